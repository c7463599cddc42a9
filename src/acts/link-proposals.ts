import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { noteKnown } from '../store/known-as.ts';
import { findProposal, settleProposal, waitingProposals } from '../store/link-proposals.ts';
import type { LinkProposal } from '../store/link-proposals.ts';
import { noSlackAccount, unpark } from '../store/outbox.ts';
import { changePerson, findPerson, findPersonByEmail, findPersonBySlackId } from '../store/people.ts';
import { mergePeople } from './merge-people.ts';
import { occurrenceOf, say } from './say.ts';
import { refreshAbout } from './refresh.ts';

/**
 * Somebody who may say so decides whether a person on record and somebody in Slack of the same name are one. Yes gives the person
 * the account; where that has a record of its own by now, the two become one.
 * @throws UserError if there is no such pair, or it was decided already
 */
export async function decideLink(
  context: Pick<Context, 'newId'>,
  outer: Store,
  decision: { readonly proposalId: number; readonly isSame: boolean; readonly actorId: PersonId | null },
  now: Date,
): Promise<void> {
  const { proposalId, isSame, actorId } = decision;
  await writing(outer, async (store) => {
    const pair = await findProposal(store, proposalId);
    const person = pair && (await findPerson(store, pair.personId));
    if (pair === undefined || person === undefined)
      throw new UserError(`There’s no pair ${proposalId}. Nothing changed.`);
    if (pair.state !== 'waiting') throw new UserError(`Pair ${proposalId} was already decided. Nothing changed.`);
    await settleProposal(store, proposalId, isSame ? 'confirmed' : 'refused', actorId, now);
    const event = isSame ? 'person.linked' : 'person.link-refused';
    await recordAudit(store, { actorId, event, subjectKind: 'person', subjectId: person.id }, now);
    await refreshAbout(store, 'link-proposal', { proposal: proposalId });
    if (!isSame) return;
    if (person.slackUserId !== null)
      throw new UserError(`${person.name} already has a Slack account. Nothing changed.`);
    if (person.leftOn !== null) throw new UserError(`${person.name} left on ${person.leftOn}. Nothing changed.`);
    await refuseRivals(store, pair, actorId, now);
    await say(context, store, hearsOf(person.id), now);
    const known = { personId: person.id, source: 'admin' } as const;
    await noteKnown(store, { ...known, kind: 'slack-id', value: pair.slackUserId }, now);
    await noteKnown(store, { ...known, kind: 'address', value: pair.slackAddress ?? '' }, now);
    const double = await findPersonBySlackId(store, pair.slackUserId);
    if (double !== undefined) {
      await mergePeople(context, store, { keptId: person.id, goneId: double.id, actorId }, now);
      return;
    }
    await noteKnown(store, { personId: person.id, source: 'slack', kind: 'name', value: pair.slackName }, now);
    const isFree = pair.slackAddress !== null && (await findPersonByEmail(store, pair.slackAddress)) === undefined;
    await changePerson(store, person.id, {
      slackUserId: pair.slackUserId,
      name: pair.slackName,
      // Rights are Slack's to give: the next look at the account brings them.
      isAdmin: false,
      ...(person.email === null && isFree && { email: pair.slackAddress }),
    });
    await unpark(store, noSlackAccount, person.id);
  });
}

/** One person has one account, and an account one person: what else waited of either is answered by this, too. */
async function refuseRivals(store: Store, pair: LinkProposal, actorId: PersonId | null, now: Date): Promise<void> {
  for (const { id, personId, slackUserId } of await waitingProposals(store)) {
    if (id === pair.id || (personId !== pair.personId && slackUserId !== pair.slackUserId)) continue;
    await settleProposal(store, id, 'refused', actorId, now);
    await refreshAbout(store, 'link-proposal', { proposal: id });
  }
}

/** The message in which somebody hears that they are who the roster says. */
function hearsOf(personId: PersonId) {
  const message = { kind: 'link-made', subject: { person: personId } } as const;
  return { occurrenceKey: occurrenceOf(message), ...message, recipientId: personId };
}
