/** How many messages stand where, for health: numbers and our own words only. */
import type { Store } from './db.ts';
import type { OutboxState } from './tables.ts';

/** Why deliveries are parked or uncertain, and how many for each reason, for health. */
export async function countProblems(store: Store): Promise<Record<string, number>> {
  const rows = await store.database
    .selectFrom('outbox')
    .select(['problem', (select) => select.fn.countAll<number>().as('count')])
    .where('workspaceId', '=', store.workspaceId)
    .where('state', 'in', ['parked', 'uncertain'])
    .groupBy('problem')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.problem ?? 'unknown', row.count]));
}

/** Counts by state, for health. */
export async function countDeliveries(store: Store): Promise<Partial<Record<OutboxState, number>>> {
  const rows = await store.database
    .selectFrom('outbox')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('workspaceId', '=', store.workspaceId)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}
