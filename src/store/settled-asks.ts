import type { Store } from './db.ts';

/** How many asks each of these people granted or did, from an instant on until another; those without any are left out. */
export async function settledAsksBy(
  store: Store,
  personIds: readonly number[],
  span: { readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<number, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await store.database
    .selectFrom('askStep')
    .select(['actorId', 'askId'])
    .distinct()
    .where('workspaceId', '=', store.workspaceId)
    .where('step', 'in', ['granted', 'done'])
    .where('actorId', 'in', personIds)
    .where('at', '>=', span.from.toISOString())
    .where('at', '<', span.until.toISOString())
    .execute();
  return new Map([...Map.groupBy(rows, ({ actorId }) => actorId)].map(([id, settled]) => [id, settled.length]));
}
