import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { changePerson, findPersonByEmail, findPersonBySlackId } from '../store/people.ts';
import type { Person, PersonChange } from '../store/people.ts';
import { isTimeZone } from '../time/zoned.ts';
import { followStatus } from './follow-status.ts';
import type { SlackProfile } from './follow-status.ts';
import { localDayOf } from './local-day.ts';

/** What Slack tells of a changed or new account, as far as it is looked at. */
export interface ChangedUser {
  readonly id: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly tz?: string | undefined;
  readonly real_name?: string | undefined;
  readonly profile?: SlackProfile & { readonly real_name?: string | undefined; readonly email?: string | undefined };
}

/**
 * Takes over name, zone, e-mail address and whether they are out, of a person on record; links who is on the roster with the same e-mail address. A
 * deactivated account means that the person has left, until it is active again.
 */
export async function followSlackUser(context: Pick<Context, 'store' | 'clock'>, user: ChangedUser): Promise<void> {
  if (user.is_bot === true) return;
  const now = context.clock();
  await writing(context.store, async (store) => {
    const person = (await findPersonBySlackId(store, user.id)) ?? (await link(store, user, now));
    if (person === undefined) return;
    await changePerson(store, person.id, {
      ...(await changedFacts(store, person, user)),
      ...(await departure(store, person, user, now)),
    });
    await followStatus(store, person, user.profile, now);
  });
}

/** Only by e-mail address: of a name, one user alone doesn't tell whether others have it too. */
async function link(store: Store, user: ChangedUser, now: Date): Promise<Person | undefined> {
  const email = emailOf(user);
  const person = email === undefined || user.deleted === true ? undefined : await findPersonByEmail(store, email);
  if (person === undefined || person.slackUserId !== null || person.leftOn !== null) return undefined;
  await changePerson(store, person.id, { slackUserId: user.id });
  await unpark(store, noSlackAccount, person.id);
  await recordAudit(store, { actorId: null, event: 'person.linked', subjectKind: 'person', subjectId: person.id }, now);
  return person;
}

async function changedFacts(store: Store, person: Person, user: ChangedUser): Promise<PersonChange> {
  const name = (user.profile?.real_name ?? user.real_name ?? '').trim();
  const email = emailOf(user);
  const isFree = email !== undefined && (await findPersonByEmail(store, email)) === undefined;
  return {
    ...(name !== '' && name !== person.name && { name }),
    ...(user.tz !== undefined && isTimeZone(user.tz) && { timeZone: user.tz }),
    ...(isFree && { email }),
  };
}

async function departure(store: Store, person: Person, user: ChangedUser, now: Date): Promise<PersonChange> {
  if (user.deleted === true && person.leftOn === null)
    return { leftOn: await localDayOf(store, person, now), leftWhy: 'account' };
  if (user.deleted === false && person.leftWhy === 'account') return { leftOn: null, leftWhy: null };
  return {};
}

function emailOf(user: ChangedUser): string | undefined {
  const email = user.profile?.email?.trim().toLowerCase() ?? '';
  return email === '' ? undefined : email;
}
