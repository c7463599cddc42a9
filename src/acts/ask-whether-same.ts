import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/db.ts';
import { proposeLink, proposalsOf, waitingProposals } from '../store/link-proposals.ts';
import type { LinkProposal } from '../store/link-proposals.ts';
import { wasWritten } from '../store/outbox.ts';
import { admins } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { say } from './say.ts';
import type { SlackFacts } from './slack-facts.ts';

const linkProposalKind = 'link-proposal';

/** An admin is asked about so many pairs at a time; the next come when these are answered. */
const atATime = 5;

/**
 * Notes that these people and somebody in Slack may be the same. Call it in a transaction.
 * @returns the pairs that wait for an answer
 */
export async function proposePairs(
  store: Store,
  people: readonly Person[],
  facts: SlackFacts,
  now: Date,
): Promise<LinkProposal[]> {
  const [slackUserId] = facts.ids;
  if (slackUserId === undefined) return [];
  const seen = { slackUserId, slackName: facts.name ?? slackUserId, slackAddress: facts.email ?? null };
  for (const { id } of people) await proposeLink(store, { ...seen, personId: id }, now);
  const ids = new Set(people.map(({ id }) => id));
  return (await proposalsOf(store, facts.ids)).filter(
    ({ personId, state }) => ids.has(personId) && state === 'waiting',
  );
}

/**
 * Asks every admin, once for each of these pairs. Call it in a transaction.
 * @returns false where there is no admin to ask
 */
export async function askAdmins(
  context: Pick<Context, 'newId'>,
  store: Store,
  pairs: readonly LinkProposal[],
  now: Date,
): Promise<boolean> {
  const told = await admins(store);
  for (const { id } of told) for (const pair of pairs) await ask(context, store, pair, id, now);
  return told.length > 0;
}

/** Asks the admins about what waits, a few pairs at a time, so that a roster of names doesn't bury them. */
export async function askAboutWaiting(context: Pick<Context, 'newId'>, store: Store, now: Date): Promise<void> {
  const waiting = await waitingProposals(store);
  if (waiting.length === 0) return;
  for (const { id: adminId } of await admins(store)) {
    const unasked: LinkProposal[] = [];
    let asked = 0;
    for (const pair of waiting) {
      if (asked >= atATime) break;
      if (await wasWritten(store, occurrenceOf(pair.id, adminId))) asked += 1;
      else unasked.push(pair);
    }
    for (const pair of unasked.slice(0, atATime - asked)) await ask(context, store, pair, adminId, now);
  }
}

async function ask(
  context: Pick<Context, 'newId'>,
  store: Store,
  { id }: LinkProposal,
  recipientId: PersonId,
  now: Date,
): Promise<void> {
  const occurrenceKey = occurrenceOf(id, recipientId);
  await say(context, store, { occurrenceKey, kind: linkProposalKind, recipientId, subject: { proposal: id } }, now);
}

function occurrenceOf(proposalId: number, recipientId: PersonId): string {
  return `${linkProposalKind}|${proposalId}|${recipientId}`;
}
