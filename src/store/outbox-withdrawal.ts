/** Messages that are not to go out after all. */
import { messages } from '../leading/messages.ts';
import type { MessageKey, SubjectOf } from '../leading/messages.ts';
import type { Store } from './db.ts';
import { selectDeliveries, subjectKey, toDelivery } from './outbox-rows.ts';

/** Has Slack any message of this kind about this subject, or may it have one? */
export async function wasHandedOver<Key extends MessageKey>(
  store: Store,
  kind: Key,
  subject: SubjectOf<Key>,
): Promise<boolean> {
  const row = await store.database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('subject', '=', subjectKey(subject))
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What wasn't handed to Slack is forgotten: it may be said anew. */
export async function takeFromOutbox<Key extends MessageKey>(
  store: Store,
  kind: Key,
  subject: SubjectOf<Key>,
): Promise<void> {
  await store.database
    .deleteFrom('outbox')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('subject', '=', subjectKey(subject))
    .where('state', 'in', ['pending', 'skipped', 'parked'])
    .execute();
}

/** What of this kind wasn't handed to Slack yet, oldest first. */
export async function waitingOfKind<Key extends MessageKey>(
  store: Store,
  kind: Key,
): Promise<{ readonly subject: SubjectOf<Key> }[]> {
  const rows = await selectDeliveries(store)
    .where('kind', '=', kind)
    .where('state', '=', 'pending')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ subject: messages[kind].subject.parse(toDelivery(row).subject) as SubjectOf<Key> }));
}
