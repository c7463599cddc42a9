/** Which messages in Slack show something old by now: they are to be rendered again in place. */
import { sql } from 'kysely';
import type { MessageKey, SubjectOf } from '../leading/messages.ts';
import { oneOf, writing } from './db.ts';
import type { Store } from './db.ts';
import { selectDeliveries, subjectKey, toDelivery } from './outbox-rows.ts';
import type { Delivery } from './outbox-rows.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** Messages of this kind about this subject show something old: they are to be rendered again in place. */
export async function wantRefresh<Key extends MessageKey>(
  store: Store,
  kind: Key,
  subject: SubjectOf<Key>,
): Promise<void> {
  await want(store, { kind, subject: subjectKey(subject) });
}

const want = prepared(
  (database, { workspaceId, kind, subject }: Given<{ readonly kind: MessageKey; readonly subject: string }>) =>
    database
      .updateTable('outbox')
      .set({ refreshWanted: 1 })
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', kind)
      .where('subject', '=', subject),
);

/** The message that was written for this occurrence shows something old, whatever its subject names. */
export async function wantRefreshOfOccurrence(store: Store, occurrenceKey: string): Promise<void> {
  await store.database
    .updateTable('outbox')
    .set({ refreshWanted: 1 })
    .where('workspaceId', '=', store.workspaceId)
    .where('occurrenceKey', '=', occurrenceKey)
    .execute();
}

/** These messages are to be rendered again in place: the last try didn't reach Slack. */
export async function wantRefreshesOf(store: Store, ids: readonly number[]): Promise<void> {
  await store.database.updateTable('outbox').set({ refreshWanted: 1 }).where('id', 'in', oneOf(ids)).execute();
}

/** Written out: an index of those alone serves no value that is bound. */
const wanted = sql.lit<1>(1);

/**
 * Sent messages that are to be rendered again, as far as `most`, the newest first: those are looked at. The want is taken back before they
 * are read, so that no later one is lost.
 */
export async function takeRefreshes(store: Store, most: number): Promise<Delivery[]> {
  return writing(store, async (tx) => {
    const rows = await selectDeliveries(tx)
      .where('state', '=', 'sent')
      .where('refreshWanted', '=', wanted)
      .orderBy('id', 'desc')
      .limit(most)
      .execute();
    const ids = rows.map((row) => row.id);
    if (rows.length > 0)
      await tx.database.updateTable('outbox').set({ refreshWanted: 0 }).where('id', 'in', oneOf(ids)).execute();
    return rows.map(toDelivery);
  });
}

/** Is any sent message to be rendered again? Without a transaction, as none is most of the time. */
export async function wantsRefreshes(store: Store): Promise<boolean> {
  return (await toRefresh(store, {})).length > 0;
}

const toRefresh = prepared((database, { workspaceId }: Given<object>) =>
  database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'sent')
    .where('refreshWanted', '=', wanted)
    .limit(1),
);
