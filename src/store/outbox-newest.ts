import type { Store } from './db.ts';

/** The newest message of this kind to this person shows something old. */
export async function wantRefreshOfNewest(store: Store, kind: string, recipientId: number): Promise<void> {
  const newest = store.database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(1);
  await store.database.updateTable('outbox').set({ refreshWanted: 1 }).where('id', 'in', newest).execute();
}
