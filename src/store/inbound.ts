import type { Store } from './db.ts';

/**
 * Notes that something came in from Slack, by its event id, trigger id or view id.
 * @returns true the first time; false for a repeat, which must have no effect
 */
export async function receiveOnce(store: Store, key: string, now: Date): Promise<boolean> {
  const result = await store.database
    .insertInto('inbound')
    .values({ workspaceId: store.workspaceId, key, receivedAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'key']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
