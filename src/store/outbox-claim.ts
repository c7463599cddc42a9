/** Taking what is to be posted next, and what goes into the same post. */
import type { Selectable } from 'kysely';
import { atOnceKeys } from '../leading/messages.ts';
import { writing } from './db.ts';
import type { Store } from './db.ts';
import { isStillHeld } from './holding.ts';
import { selectDeliveries, subjectKey, toDelivery, updateClaimed } from './outbox-rows.ts';
import type { Delivery, Subject } from './outbox-rows.ts';
import { outsideWorkingTime } from './outbox-waits.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { OutboxTable } from './tables.ts';

/** A delivery to be posted now, and those that stand in the same post, in the order of their days. */
export interface Claimed extends Delivery {
  readonly carried: readonly Delivery[];
}

/**
 * Takes the delivery that has waited longest and marks it `sending`. A person to whom one is being sent waits, so that each gets
 * theirs in order. With it go those of the same person that may stand in one post with it: what came due at the same instant, and
 * what waited until they are at work.
 * @param joining the kinds that may
 * @returns undefined where nothing waits, or where another instance has the workspace by now
 */
export async function claimNext(
  store: Store,
  now: Date,
  joining: readonly string[] = [],
): Promise<Claimed | undefined> {
  return writing(store, async (tx) => {
    if (!(await isStillHeld(tx))) return undefined;
    const busy = tx.database
      .selectFrom('outbox')
      .select('recipientId')
      .where('workspaceId', '=', tx.workspaceId)
      .where('state', '=', 'sending');
    const due = selectDeliveries(tx)
      .where('state', '=', 'pending')
      .where('dueAt', '<=', now.toISOString())
      .where('recipientId', 'not in', busy);
    const longest = due.orderBy('dueAt').orderBy('id').limit(1);
    // An ask doesn't stand behind a Monday's thousands of plans. Few wait so, and are sorted here: to sort them SQLite would read all.
    const urgent = longestWaiting(await due.where('kind', 'in', atOnceKeys).limit(mostAtOnce).execute());
    // Each person's own stay in order: whoever is new hears first what this is.
    const first = urgent === undefined ? longest : longest.where('recipientId', '=', urgent.recipientId);
    const row = await first.executeTakeFirst();
    if (row === undefined) return undefined;
    const others = joining.includes(row.kind) ? await goingAlong(tx, row, joining, now) : [];
    const claim = { state: 'sending' as const, claimedAt: now.toISOString(), claimedFence: tx.fence ?? null };
    for (const { id, attempts } of [row, ...others])
      await tx.database
        .updateTable('outbox')
        .set({ ...claim, attempts: attempts + 1, carriedBy: id === row.id ? null : row.id })
        .where('id', '=', id)
        .execute();
    const claimed = (taken: typeof row, carriedBy: number | null) =>
      toDelivery({ ...taken, ...claim, attempts: taken.attempts + 1, carriedBy });
    return { ...claimed(row, null), carried: others.map((other) => claimed(other, row.id)) };
  });
}

const mostAtOnce = 100;

function longestWaiting<Row extends { readonly dueAt: string; readonly id: number }>(
  rows: readonly Row[],
): Row | undefined {
  return rows.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt) || one.id - other.id)[0];
}

/** How many deliveries are due and could be claimed, as far as `most`: without a transaction, as nothing waits most of the time. */
export async function howManyWait(store: Store, now: Date, most: number): Promise<number> {
  return (await dueNow(store, { now: now.toISOString(), most })).length;
}

type When = { readonly now: string; readonly most: number };

const dueNow = prepared((database, { workspaceId, now, most }: Given<When>) =>
  database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'pending')
    .where('dueAt', '<=', now)
    .where('recipientId', 'not in', (query) =>
      query
        .selectFrom('outbox')
        .select('recipientId')
        .where('workspaceId', '=', workspaceId)
        .where('state', '=', 'sending'),
    )
    .limit(most),
);

/** More than these wouldn't fit into one post anyway. */
const mostCarried = 20;

function goingAlong(store: Store, row: Selectable<OutboxTable>, joining: readonly string[], now: Date) {
  return selectDeliveries(store)
    .where('state', '=', 'pending')
    .where('recipientId', '=', row.recipientId)
    .where('id', '!=', row.id)
    .where('kind', 'in', joining)
    .where('dueAt', '<=', now.toISOString())
    .where((where) => where.or([where('dueAt', '=', row.dueAt), where('problem', '=', outsideWorkingTime)]))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(mostCarried)
    .execute();
}

/** It isn't its time yet, so nothing was tried: looked at again at `dueAt`. */
export async function waitUntil(store: Store, id: number, dueAt: Date, problem: string): Promise<void> {
  await updateClaimed(store)
    .set((set) => ({
      state: 'pending',
      dueAt: dueAt.toISOString(),
      problem,
      carriedBy: null,
      attempts: set('attempts', '-', 1),
    }))
    .where((where) => where.or([where('id', '=', id), where('carriedBy', '=', id)]))
    .execute();
}

/**
 * A connection that is lost while a claim is being stored tells nobody whether it was: what this hold has claimed and nobody knows of waits
 * again. Only while nothing is being claimed or delivered, and once all that was is on record.
 */
export async function returnClaims(store: Store): Promise<void> {
  await writing(store, async (tx) => {
    await updateClaimed(tx)
      .set((set) => ({ state: 'pending', carriedBy: null, attempts: set('attempts', '-', 1) }))
      .where('state', '=', 'sending')
      .execute();
  });
}

/** They don't go with another after all: each waits for a post, as before. */
export async function putBack(store: Store, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await updateClaimed(store)
    .set((set) => ({ state: 'pending', carriedBy: null, attempts: set('attempts', '-', 1) }))
    .where('id', 'in', ids)
    .execute();
}

/** Those in Slack that stand in the post of this one, by their days; none where it stands in the post of another. */
export async function carriedWith(store: Store, id: number): Promise<Delivery[]> {
  const rows = await selectDeliveries(store)
    .where('carriedBy', '=', id)
    .where('state', '=', 'sent')
    .orderBy('id')
    .execute();
  return rows.map(toDelivery);
}

export async function findDelivery(store: Store, id: number): Promise<Delivery | undefined> {
  const row = await selectDeliveries(store).where('id', '=', id).executeTakeFirst();
  return row && toDelivery(row);
}

/** Is a message of this kind about this subject still to come, or may it be? */
export async function isUnderWay(store: Store, kind: string, subject: Subject): Promise<boolean> {
  const row = await selectDeliveries(store)
    .where('kind', '=', kind)
    .where('subject', '=', subjectKey(subject))
    .where('state', 'in', ['pending', 'sending', 'uncertain'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
