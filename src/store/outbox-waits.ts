import type { PersonId } from '../behaviours/ids.ts';
import type { MessageKey } from '../leading/messages.ts';
import type { Store } from './db.ts';

/** The problem of messages that wait until their reader is at work. */
export const outsideWorkingTime = 'outside working time';

/** What waits for this reason for one person is looked at again now. */
export async function hasten(store: Store, recipientId: PersonId, problem: string, now: Date): Promise<void> {
  await store.database
    .updateTable('outbox')
    .set({ dueAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'pending')
    .where('problem', '=', problem)
    .execute();
}

/** Does anything but messages of this kind wait for this person that was written at this instant or later? */
export async function waitsSince(
  store: Store,
  recipientId: PersonId,
  since: Date,
  butKind: MessageKey,
): Promise<boolean> {
  const row = await store.database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('recipientId', '=', recipientId)
    .where('state', 'in', ['pending', 'sending'])
    .where('kind', '!=', butKind)
    .where('createdAt', '>=', since.toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
