/** Many deals at once: a statement for some hundred rows, built once, run again and again with other values. */
import type { CompiledQuery } from 'kysely';
import type { DealStatus } from '../behaviours/facts.ts';
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
    const rows = deals.slice(from, from + rowsPerStatement).map((deal) => toRow(store.workspaceId, deal, changedAt));
    if (rows.length < rowsPerStatement) {
      await store.database.executeQuery(compileSave(store, rows));
      continue;
    }
    full ??= compileSave(store, rows);
    await store.database.executeQuery({ ...full, parameters: rows.flatMap((row) => Object.values(row)) });
  }
}

type Row = ReturnType<typeof toRow>;

/** The keys always in this order: the statement's parameters are the values of its rows, one after the other. */
function toRow(workspaceId: string, deal: ImportedDeal, changedAt: string) {
  return {
    workspaceId,
    externalId: deal.externalId,
    name: deal.name,
    account: deal.account,
    ownerId: deal.ownerId,
    stage: deal.stage,
    amount: deal.amount,
    currency: deal.currency,
    openedOn: deal.openedOn,
    lastActivityOn: deal.lastActivityOn,
    closeOn: deal.closeOn,
    status: deal.status,
    changedAt,
  };
}

function compileSave(store: Store, rows: readonly Row[]): CompiledQuery {
  return store.database
    .insertInto('deal')
    .values(rows)
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
      })),
    )
    .compile();
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
