import type { PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import type { KnownKind } from '../leading/who-is-meant.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { knownBy, noteKnown } from '../store/known-as.ts';
import { findPerson, findPersonByEmail } from '../store/people.ts';

const slackIdPattern = /^[UW][A-Z0-9]{7,}$/;

/**
 * An admin says that an address or an id is somebody's, too: files and Slack mean them by it from now on.
 * @throws UserError for what is somebody else's
 */
export async function sayWho(
  outer: Store,
  { personId, values, actorId }: { personId: PersonId; values: readonly string[]; actorId: PersonId | null },
  now: Date,
): Promise<void> {
  await writing(outer, async (store) => {
    for (const value of values) {
      const kind = kindOf(value);
      await refuseOthers(store, personId, kind, value);
      await noteKnown(store, { personId, kind, value, source: 'admin' }, now);
    }
    const event = { actorId, event: 'person.known-as', subjectKind: 'person', subjectId: personId };
    await recordAudit(store, { ...event, details: { count: values.length } }, now);
  });
}

function kindOf(value: string): KnownKind {
  if (value.includes('@')) return 'address';
  return slackIdPattern.test(value) ? 'slack-id' : 'own-id';
}

async function refuseOthers(store: Store, personId: PersonId, kind: KnownKind, value: string): Promise<void> {
  const clue = {
    address: { addresses: [value] },
    'slack-id': { slackIds: [value] },
    'own-id': { ownId: value },
    name: {},
  };
  const known = (await knownBy(store, clue[kind])).filter((one) => one.isCurrent && one.personId !== personId);
  const byRow = kind === 'address' ? await findPersonByEmail(store, value) : undefined;
  const otherId = known[0]?.personId ?? (byRow?.id === personId ? undefined : byRow?.id);
  if (otherId === undefined) return;
  const other = await findPerson(store, otherId);
  throw new UserError(
    `“${value}” is ${other?.name ?? 'somebody'}’s (${otherId}). If both are the same person, merge them: firstline people merge ${personId} ${otherId}.`,
  );
}
