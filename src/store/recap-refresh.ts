import type { Store } from './db.ts';

const dayMilliseconds = 86_400_000;
/** Older ones aren't kept up to date. */
const recapDaysLive = 9;

/**
 * The recaps that show what this manager did for this rep show something old: the manager's of these days, and all that went to the
 * rep, since words may have been taken back in any of them.
 */
export async function wantRefreshOfRecaps(
  store: Store,
  whose: { readonly managerId?: number; readonly repId?: number | null },
  now: Date,
): Promise<void> {
  const sinceCreated = new Date(now.getTime() - recapDaysLive * dayMilliseconds).toISOString();
  const messages = store.database
    .updateTable('outbox')
    .set({ refreshWanted: 1 })
    .where('workspaceId', '=', store.workspaceId)
    .where('state', 'in', ['sending', 'sent', 'uncertain']);
  if (whose.managerId !== undefined)
    await messages
      .where('kind', '=', 'recap')
      .where('recipientId', '=', whose.managerId)
      .where('createdAt', '>=', sinceCreated)
      .execute();
  if (whose.repId !== undefined && whose.repId !== null)
    await messages.where('kind', '=', 'rep-recap').where('recipientId', '=', whose.repId).execute();
}
