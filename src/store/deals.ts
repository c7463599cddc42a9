import type { Selectable } from 'kysely';
import type { DealFact } from '../behaviours/facts.ts';
import type { DealId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { DealTable } from './tables.ts';

/** A deal as it stands, without its history. */
export interface Deal extends Omit<DealFact, 'stageSince' | 'timesPushed' | 'pushedOn'> {
  /** The deal's id in the CRM. */
  readonly externalId: string;
}

export type ImportedDeal = Omit<Deal, 'id' | 'quietUntil' | 'isMissing'>;

export async function findDeal(store: Store, id: DealId): Promise<Deal | undefined> {
  const row = await selectDeals(store).where('id', '=', id).executeTakeFirst();
  return row && toDeal(row);
}

export async function findDealByExternalId(store: Store, externalId: string): Promise<Deal | undefined> {
  const row = await selectDeals(store).where('externalId', '=', externalId).executeTakeFirst();
  return row && toDeal(row);
}

/** Open deals of one owner, the largest first. */
export async function openDealsOf(store: Store, ownerId: PersonId, limit = 100): Promise<Deal[]> {
  const rows = await selectDeals(store).where('status', '=', 'open').where('ownerId', '=', ownerId).execute();
  return rows
    .map(toDeal)
    .toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0) || one.name.localeCompare(other.name))
    .slice(0, limit);
}

/** Adds the deal, or brings the one with the same external id up to date. */
export async function saveDeal(
  store: Store,
  deal: ImportedDeal,
  now: Date,
): Promise<'added' | 'changed' | 'unchanged'> {
  const known = await findDealByExternalId(store, deal.externalId);
  if (known === undefined) {
    await store.database
      .insertInto('deal')
      .values({ workspaceId: store.workspaceId, ...deal, changedAt: now.toISOString() })
      .execute();
    return 'added';
  }
  const same = (Object.keys(deal) as (keyof ImportedDeal)[]).every((key) => deal[key] === known[key]);
  if (same) return 'unchanged';
  await store.database
    .updateTable('deal')
    .set({ ...deal, changedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', known.id)
    .execute();
  return 'changed';
}

/** The manager looked: it isn't blocked. No nudge about it before `until`. */
export async function quietDeal(store: Store, id: DealId, until: LocalDate): Promise<void> {
  await store.database
    .updateTable('deal')
    .set({ quietUntil: until })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** A correction made in Slack, kept until the next import says otherwise. */
export async function correctDeal(
  store: Store,
  id: DealId,
  change: { lastActivityOn?: LocalDate; status?: Deal['status'] },
  now: Date,
): Promise<void> {
  await store.database
    .updateTable('deal')
    .set({ ...change, changedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

export function selectDeals(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database.selectFrom('deal').selectAll().where('workspaceId', '=', store.workspaceId);
}

export function toDeal(row: Selectable<DealTable>): Deal {
  const { workspaceId: _workspace, changedAt: _changed, missingSince, ...deal } = row;
  return { ...deal, isMissing: missingSince !== null };
}
