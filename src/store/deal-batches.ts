/** Many deals at once: a statement for some hundred rows, built once, run again and again with other values. */
import type { CompiledQuery } from 'kysely';
import type { DealStatus } from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Deal, ImportedDeal } from './deals.ts';
import { selectDeals, toDeal } from './deals.ts';
import type { Store } from './db.ts';

/** 14 values a row stay well below the fewest parameters that a database takes in one statement. */
const rowsPerStatement = 200;

export async function anyDeals(store: Store): Promise<boolean> {
  return (await selectDeals(store).limit(1).executeTakeFirst()) !== undefined;
}

/** Those of the deals that are on record, by their id in the CRM. */
export async function dealsByExternalId(store: Store, externalIds: readonly string[]): Promise<Map<string, Deal>> {
  const found = new Map<string, Deal>();
  for (let from = 0; from < externalIds.length; from += rowsPerStatement) {
    const rows = await selectDeals(store)
      .where('externalId', 'in', externalIds.slice(from, from + rowsPerStatement))
      .execute();
    for (const row of rows) found.set(row.externalId, toDeal(row));
  }
  return found;
}

/** Adds the deals, or brings those on record up to date. No id may come twice. */
export async function saveDeals(store: Store, deals: readonly ImportedDeal[], now: Date): Promise<void> {
  const changedAt = now.toISOString();
  let full: CompiledQuery | undefined;
  for (let from = 0; from < deals.length; from += rowsPerStatement) {
    const rows = deals.slice(from, from + rowsPerStatement);
    const query =
      rows.length === rowsPerStatement
        ? (full ??= compileSave(store, rows, changedAt))
        : compileSave(store, rows, changedAt);
    const parameters: unknown[] = [];
    for (const row of rows) {
      parameters.push(store.workspaceId, changedAt);
      for (const field of fields) parameters.push(row[field]);
    }
    await store.database.executeQuery({ ...query, parameters });
  }
}

/**
 * The open deals that a complete export no longer holds and that aren't marked yet, and those that are marked and back, by id.
 * @param isThere is a deal in the export, by its id in the CRM?
 */
export async function comingAndGoing(
  store: Store,
  isThere: (externalId: string) => boolean,
): Promise<{ readonly gone: readonly number[]; readonly back: readonly number[] }> {
  const open = await store.database
    .selectFrom('deal')
    .select(['id', 'externalId', 'missingSince'])
    .where('workspaceId', '=', store.workspaceId)
    .where('status', '=', 'open')
    .orderBy('id')
    .execute();
  return {
    gone: open.flatMap((deal) => (deal.missingSince === null && !isThere(deal.externalId) ? [deal.id] : [])),
    back: open.flatMap((deal) => (deal.missingSince !== null && isThere(deal.externalId) ? [deal.id] : [])),
  };
}

/**
 * Marks deals as missing, or takes the mark off. None is closed by this.
 * @param missingSince the workspace's local day; null where they are back
 */
export async function setMissing(store: Store, ids: readonly number[], missingSince: LocalDate | null): Promise<void> {
  for (let from = 0; from < ids.length; from += rowsPerStatement)
    await store.database
      .updateTable('deal')
      .set({ missingSince })
      .where('workspaceId', '=', store.workspaceId)
      .where('id', 'in', ids.slice(from, from + rowsPerStatement))
      .execute();
}

/** How many open deals the newest complete export didn't hold. */
export async function countMissing(store: Store): Promise<number> {
  const row = await store.database
    .selectFrom('deal')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('workspaceId', '=', store.workspaceId)
    .where('status', '=', 'open')
    .where('missingSince', 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The statement's parameters come row by row: the workspace, the instant, and then these. */
const fields = [
  'externalId',
  'name',
  'account',
  'ownerId',
  'stage',
  'amount',
  'currency',
  'openedOn',
  'lastActivityOn',
  'closeOn',
  'status',
] as const satisfies (keyof ImportedDeal)[];

function compileSave(store: Store, deals: readonly ImportedDeal[], changedAt: string): CompiledQuery {
  const { workspaceId } = store;
  return store.database
    .insertInto('deal')
    .values(deals.map((deal) => ({ workspaceId, changedAt, ...inOrder(deal) })))
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'externalId']).doUpdateSet((excluded) => ({
        name: excluded.ref('excluded.name'),
        account: excluded.ref('excluded.account'),
        ownerId: excluded.ref('excluded.ownerId'),
        stage: excluded.ref('excluded.stage'),
        amount: excluded.ref('excluded.amount'),
        currency: excluded.ref('excluded.currency'),
        openedOn: excluded.ref('excluded.openedOn'),
        lastActivityOn: excluded.ref('excluded.lastActivityOn'),
        closeOn: excluded.ref('excluded.closeOn'),
        status: excluded.ref('excluded.status'),
        changedAt: excluded.ref('excluded.changedAt'),
        missingSince: excluded.ref('excluded.missingSince'),
      })),
    )
    .compile();
}

/** The keys in the order of `fields`, which the statement's columns follow. */
function inOrder(deal: ImportedDeal) {
  const { externalId, name, account, ownerId, stage, amount, currency } = deal;
  const { openedOn, lastActivityOn, closeOn, status } = deal;
  return {
    externalId,
    name,
    account,
    ownerId,
    stage,
    amount,
    currency,
    openedOn,
    lastActivityOn,
    closeOn,
    status,
  } satisfies Record<(typeof fields)[number], unknown>;
}

/** How many deals are on record, by status. */
export async function countDeals(store: Store): Promise<Partial<Record<DealStatus, number>>> {
  const rows = await store.database
    .selectFrom('deal')
    .select(['status', (select) => select.fn.countAll<number | string>().as('count')])
    .where('workspaceId', '=', store.workspaceId)
    .groupBy('status')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status, Number(row.count)]));
}
