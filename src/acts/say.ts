import type { Context } from '../context.ts';
import type { Store } from '../store/db.ts';
import { enqueue } from '../store/outbox.ts';
import type { NewDelivery } from '../store/outbox.ts';

/**
 * Has something to say to somebody, from `dueAt` on; the courier carries it in their own time.
 * @param message its key says what, about whom, to whom, on which local date: said once, ever
 * @param dueAt from now on, if left out
 * @returns true if it is new
 */
export function say(
  context: Pick<Context, 'newId'>,
  store: Store,
  message: Pick<NewDelivery, 'occurrenceKey' | 'kind' | 'recipientId' | 'subject'>,
  now: Date,
  dueAt: Date = now,
): Promise<boolean> {
  return enqueue(store, { ...message, deliveryId: context.newId(), dueAt }, now);
}
