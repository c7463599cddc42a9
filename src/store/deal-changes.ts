/** What changed on deals and when an import saw it: the history that "stuck" and "pushed" are read from. */
import type { DealId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { dealsByExternalId } from './deal-batches.ts';
import type { ImportedDeal } from './deals.ts';
import type { DealChangeKind } from './tables.ts';
import { forgetUsualStays } from './usual-stays.ts';

export interface DealChange {
  readonly dealId: DealId;
  readonly what: DealChangeKind;
  /** Null: unknown, or blank. An amount is written with its currency, an owner by the person's id. */
  readonly before: string | null;
  readonly after: string | null;
  /** The workspace's local day on which an import brought it. */
  readonly seenOn: LocalDate;
}

/** What the history says of one deal. */
export interface DealHistory {
  stageSince: LocalDate | null;
  timesPushed: number;
  pushedOn: LocalDate | null;
}

const rowsPerStatement = 100;

/** Writes down what changed. Call it in the transaction that changes the deals. */
export async function addDealChanges(store: Store, changes: readonly DealChange[], now: Date): Promise<void> {
  if (changes.length > 0) await forgetUsualStays(store);
  const seenAt = now.toISOString();
  for (let from = 0; from < changes.length; from += rowsPerStatement)
    await store.database
      .insertInto('dealChange')
      .values(
        changes
          .slice(from, from + rowsPerStatement)
          .map((change) => ({ ...change, workspaceId: store.workspaceId, seenAt })),
      )
      .execute();
}

/**
 * Deals that are new since the last look have come into their stage since then; of the very first import nothing is known.
 * @param added stored already
 */
export async function stageArrivals(
  store: Store,
  added: readonly Pick<ImportedDeal, 'externalId'>[],
  seenOn: LocalDate,
): Promise<DealChange[]> {
  const stored = await dealsByExternalId(
    store,
    added.map(({ externalId }) => externalId),
  );
  return [...stored.values()].map(({ id, stage }) => ({
    dealId: id,
    what: 'stage',
    before: null,
    after: stage,
    seenOn,
  }));
}

/** The history of one deal, oldest first. */
export async function changesOfDeal(store: Store, dealId: DealId): Promise<DealChange[]> {
  return store.database
    .selectFrom('dealChange')
    .select(['dealId', 'what', 'before', 'after', 'seenOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('dealId', '=', dealId)
    .orderBy('id')
    .execute();
}

export async function countDealChanges(store: Store): Promise<number> {
  const row = await store.database
    .selectFrom('dealChange')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('workspaceId', '=', store.workspaceId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Of those of these deals that are open and have a history, by the deal's id. */
export async function openDealHistories(
  store: Store,
  dealIds: readonly DealId[],
): Promise<ReadonlyMap<number, DealHistory>> {
  const histories = new Map<number, DealHistory>();
  const of = (dealId: DealId): DealHistory => {
    const history = histories.get(dealId) ?? { stageSince: null, timesPushed: 0, pushedOn: null };
    histories.set(dealId, history);
    return history;
  };
  const ids = { dealIds: asOneValue(dealIds) };
  for (const { dealId, seenOn } of await stageBeginnings(store, ids)) of(dealId).stageSince = seenOn;
  for (const { dealId, seenOn, times } of await pushes(store, ids))
    Object.assign(of(dealId), { timesPushed: Number(times), pushedOn: seenOn });
  return histories;
}

/** The newest day on which an open deal came into its stage, or was opened again in it. */
const stageBeginnings = prepared((database, { workspaceId, dealIds }: Given<{ readonly dealIds: string }>) =>
  database
    .selectFrom('dealChange')
    .innerJoin('deal', 'deal.id', 'dealChange.dealId')
    .select((select) => ['dealChange.dealId', select.fn.max('dealChange.seenOn').as('seenOn')])
    .where('dealChange.workspaceId', '=', workspaceId)
    .where('dealChange.dealId', 'in', oneOfThose(dealIds))
    .where('deal.status', '=', 'open')
    .where((where) =>
      where.or([
        where('dealChange.what', '=', 'stage'),
        where.and([where('dealChange.what', '=', 'status'), where('dealChange.after', '=', 'open')]),
      ]),
    )
    .groupBy('dealChange.dealId'),
);

/** How often the close date of an open deal moved to a later day, and when that was last seen. */
const pushes = prepared((database, { workspaceId, dealIds }: Given<{ readonly dealIds: string }>) =>
  database
    .selectFrom('dealChange')
    .innerJoin('deal', 'deal.id', 'dealChange.dealId')
    .select((select) => [
      'dealChange.dealId',
      select.fn.max('dealChange.seenOn').as('seenOn'),
      select.fn.countAll<number | string>().as('times'),
    ])
    .where('dealChange.workspaceId', '=', workspaceId)
    .where('dealChange.what', '=', 'close_on')
    .whereRef('dealChange.after', '>', 'dealChange.before')
    .where('dealChange.dealId', 'in', oneOfThose(dealIds))
    .where('deal.status', '=', 'open')
    .groupBy('dealChange.dealId'),
);
