import type { Store } from './db.ts';

/** Has anything but messages of this kind reached this person? */
export async function hasGotOtherThan(store: Store, kind: string, recipientId: number): Promise<boolean> {
  const row = await store.database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '!=', kind)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'sent')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
