import type { Store } from './db.ts';

/** Has anything but messages of this kind reached this person, before the first of this kind did? */
export async function hasGotOtherThan(store: Store, kind: string, recipientId: number): Promise<boolean> {
  const first = await store.database
    .selectFrom('outbox')
    .select((select) => select.fn.min('sentAt').as('sentAt'))
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  const row = await store.database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '!=', kind)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'sent')
    .$if(typeof first?.sentAt === 'string', (query) => query.where('sentAt', '<', first?.sentAt ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
