/** How long deals usually stay in each stage of this company: worked out when deals come in, and read by whoever looks at a team. */
import { setImmediate as whoeverWaits } from 'node:timers/promises';
import type { DealId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween, localDateOf } from '../time/zoned.ts';
import { writing } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { clearMark, readMark, writeMark } from './marks.ts';
import type { DealChangeTable } from './tables.ts';

/** The day, in UTC, on which they were last worked out; not there while the history says more by now. */
const mark = 'usual-stays';
const underWay = 'under way';
/** Stays in a stage that ended earlier say nothing about what is usual now. */
const stayDays = 730;
/** Fewer completed stays than this say nothing about what is usual. */
const fewestStays = 5;
/** Read at a time: few enough that whoever taps meanwhile has their turn. */
const dealsAtOnce = 2_000;

/** How many stays took how many days. */
type Stays = Map<number, number>;

/** The median of the completed stays, in days, by the stage's name in small letters. Stages of which too little is known aren't there. */
export async function usualStageDays(store: Store): Promise<ReadonlyMap<string, number>> {
  return new Map((await allUsual(store, {})).map(({ stage, days }) => [stage, days]));
}

const allUsual = prepared((database, { workspaceId }: Given<object>) =>
  database.selectFrom('usualStay').select(['stage', 'days']).where('workspaceId', '=', workspaceId),
);

/** The history of deals changed: what is usual is to be worked out again. Called by what writes that history, in its transaction. */
export async function forgetUsualStays(store: Store): Promise<void> {
  await clearMark(store, mark);
}

/**
 * Works out what is usual, unless that was done today and nothing came in since. A stay counts where both its beginning and its end
 * were seen, and it ended in the last two years. Not within a transaction.
 */
export async function keepUsualStays(store: Store, now: Date): Promise<void> {
  const today = localDateOf(now, 'Etc/UTC');
  if ((await readMark(store, mark)) === today) return;
  await writeMark(store, mark, underWay);
  const stays = await staysByStage(store, addDays(today, -stayDays));
  const usual = [...stays].flatMap(([stage, known]) => {
    const count = [...known.values()].reduce((sum, times) => sum + times, 0);
    return count < fewestStays ? [] : [{ workspaceId: store.workspaceId, stage, days: medianOf(known, count) }];
  });
  await writing(store, async (tx) => {
    // Something came in meanwhile: whoever brought it works it out.
    if ((await readMark(tx, mark)) !== underWay) return;
    await tx.database.deleteFrom('usualStay').where('workspaceId', '=', tx.workspaceId).execute();
    for (const row of usual) await tx.database.insertInto('usualStay').values(row).execute();
    await writeMark(tx, mark, today);
  });
}

async function staysByStage(store: Store, since: LocalDate): Promise<ReadonlyMap<string, Stays>> {
  const stays = new Map<string, Stays>();
  const last = await lastDealWithHistory(store);
  for (let after = 0; after < last; after += dealsAtOnce) {
    await whoeverWaits();
    countStays(await historyBetween(store, after, after + dealsAtOnce), since, stays);
  }
  return stays;
}

async function lastDealWithHistory(store: Store): Promise<number> {
  const row = await store.database
    .selectFrom('dealChange')
    .select(({ fn }) => fn.max('dealId').as('last'))
    .where('workspaceId', '=', store.workspaceId)
    .where('what', '=', 'stage')
    .executeTakeFirst();
  return row?.last ?? 0;
}

type Change = Pick<DealChangeTable, 'dealId' | 'what' | 'after' | 'seenOn'>;

function historyBetween(store: Store, after: number, until: number): Promise<Change[]> {
  return store.database
    .selectFrom('dealChange')
    .select(['dealId', 'what', 'after', 'seenOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('what', 'in', ['stage', 'status'])
    .where('dealId', '>', after)
    .where('dealId', '<=', until)
    .orderBy('dealId')
    .orderBy('id')
    .execute();
}

/** Adds the completed stays of some deals' whole histories. */
function countStays(changes: readonly Change[], since: LocalDate, stays: Map<string, Stays>): void {
  let current: { dealId: DealId; stage: string | null; since: LocalDate | null } = {
    dealId: 0,
    stage: null,
    since: null,
  };
  for (const { dealId, what, after, seenOn } of changes) {
    if (dealId !== current.dealId) current = { dealId, stage: null, since: null };
    const reopens = what === 'status' && after === 'open';
    if (current.stage !== null && current.since !== null && seenOn >= since && !reopens) {
      const known: Stays = stays.get(current.stage) ?? new Map();
      const days = daysBetween(current.since, seenOn);
      stays.set(current.stage, known.set(days, (known.get(days) ?? 0) + 1));
    }
    if (what === 'stage') current = { dealId, stage: after?.toLowerCase() ?? null, since: seenOn };
    else current.since = reopens ? seenOn : null;
  }
}

function medianOf(stays: Stays, count: number): number {
  const byDays = [...stays].toSorted(([one], [other]) => one - other);
  const at = (index: number): number => {
    let passed = 0;
    for (const [days, times] of byDays) {
      passed += times;
      if (index < passed) return days;
    }
    return 0;
  };
  const middle = Math.floor(count / 2);
  return count % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
}
