import type { PersonId } from '../behaviours/ids.ts';
import type { MessageKey } from '../leading/messages.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { Subject } from './outbox-rows.ts';
import { isLocalDate } from '../time/zoned.ts';

/** Has anything but messages of this kind reached this person, before the first of this kind did? */
export async function hasGotOtherThan(store: Store, kind: MessageKey, recipientId: PersonId): Promise<boolean> {
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

/** The day of the newest message of a weekly kind before this day, by its subject's `on`; undefined where there was none. */
export async function dayOfMessageBefore(
  store: Store,
  { kind, recipientId, on }: { readonly kind: MessageKey; readonly recipientId: PersonId; readonly on: LocalDate },
): Promise<LocalDate | undefined> {
  const rows = await store.database
    .selectFrom('outbox')
    .select('subject')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('recipientId', '=', recipientId)
    .execute();
  return rows
    .map(({ subject }) => String((JSON.parse(subject) as Subject)['on']))
    .filter((day) => isLocalDate(day))
    .filter((day) => day < on)
    .toSorted()
    .at(-1);
}
