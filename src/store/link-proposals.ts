/** Whom a name in Slack might mean: pairs that wait for somebody to say yes or no. */
import type { Selectable } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import type { LinkProposalTable } from './who-is-who-tables.ts';

export interface LinkProposal {
  readonly id: number;
  readonly personId: PersonId;
  readonly slackUserId: string;
  readonly slackName: string;
  readonly slackAddress: string | null;
  readonly state: LinkProposalTable['state'];
  /** Who said so; null while nobody has, and for whoever did at the command line. */
  readonly decidedBy: PersonId | null;
}

/** Pairs that nobody has decided yet, of people who are there and have no account; the oldest first. */
export async function waitingProposals(store: Store): Promise<LinkProposal[]> {
  const rows = await store.database
    .selectFrom('linkProposal')
    .innerJoin('person', 'person.id', 'linkProposal.personId')
    .selectAll('linkProposal')
    .where('linkProposal.workspaceId', '=', store.workspaceId)
    .where('linkProposal.state', '=', 'waiting')
    .where('person.leftOn', 'is', null)
    .where('person.slackUserId', 'is', null)
    .orderBy('linkProposal.id')
    .execute();
  return rows.map(toProposal);
}

export async function findProposal(store: Store, id: number): Promise<LinkProposal | undefined> {
  const row = await store.database
    .selectFrom('linkProposal')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toProposal(row);
}

/** Every pair of a user in Slack, decided or not. */
export async function proposalsOf(store: Store, slackUserIds: readonly string[]): Promise<LinkProposal[]> {
  if (slackUserIds.length === 0) return [];
  const rows = await store.database
    .selectFrom('linkProposal')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('slackUserId', 'in', slackUserIds)
    .orderBy('id')
    .execute();
  return rows.map(toProposal);
}

/** A pair waits, once: what was refused isn't asked again. @returns true if it is new */
export async function proposeLink(
  store: Store,
  proposal: Omit<LinkProposal, 'id' | 'state' | 'decidedBy'>,
  now: Date,
): Promise<boolean> {
  const result = await store.database
    .insertInto('linkProposal')
    .values({
      ...proposal,
      workspaceId: store.workspaceId,
      state: 'waiting',
      proposedAt: now.toISOString(),
      decidedAt: null,
      decidedBy: null,
    })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'slackUserId']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function settleProposal(
  store: Store,
  id: number,
  state: 'confirmed' | 'refused',
  actorId: PersonId | null,
  now: Date,
): Promise<void> {
  await store.database
    .updateTable('linkProposal')
    .set({ state, decidedAt: now.toISOString(), decidedBy: actorId })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

function toProposal(row: Selectable<LinkProposalTable>): LinkProposal {
  const { id, personId, slackUserId, slackName, slackAddress, state, decidedBy } = row;
  return { id, personId, slackUserId, slackName, slackAddress, state, decidedBy };
}
