import type { PersonId } from '../behaviours/ids.ts';
import type { MessageKey } from '../leading/messages.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import type { Subject } from './outbox.ts';

/** The newest message of this kind to this person shows something old. */
export async function wantRefreshOfNewest(store: Store, kind: MessageKey, recipientId: PersonId): Promise<void> {
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

/** Every message of these kinds to these people shows something old. */
export async function refreshKinds(
  store: Store,
  kinds: readonly MessageKey[],
  recipientIds: readonly PersonId[],
): Promise<void> {
  if (recipientIds.length === 0) return;
  await store.database
    .updateTable('outbox')
    .set({ refreshWanted: 1 })
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', 'in', kinds)
    .where('recipientId', 'in', oneOf(recipientIds))
    .execute();
}

/** The departures that messages of this kind told this person of; their subject names them: `departures`, as `3,4`. */
export async function departuresTold(
  store: Store,
  kind: MessageKey,
  recipientId: PersonId,
): Promise<ReadonlySet<number>> {
  const rows = await store.database
    .selectFrom('outbox')
    .select('subject')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('recipientId', '=', recipientId)
    .execute();
  return new Set(
    rows.flatMap(({ subject }) => {
      const named = (JSON.parse(subject) as Subject)['departures'];
      return String(named).split(',').map(Number);
    }),
  );
}
