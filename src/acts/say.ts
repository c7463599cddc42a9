import type { Context } from '../context.ts';
import type { Store } from '../store/db.ts';
import { enqueue } from '../store/outbox.ts';
import type { NewDelivery } from '../store/outbox.ts';
import type { AnyMessage } from '../leading/messages.ts';

/**
 * Has something to say to somebody, from `dueAt` on; the courier carries it in their own time.
 * @param message its key says what, about whom, to whom, on which local date: said once, ever
 * @param dueAt from now on, if left out
 * @returns true if it is new
 */
export function say(
  context: Pick<Context, 'newId'>,
  store: Store,
  message: AnyMessage & Pick<NewDelivery, 'occurrenceKey' | 'recipientId'>,
  now: Date,
  dueAt: Date = now,
): Promise<boolean> {
  return enqueue(store, { ...message, deliveryId: context.newId(), dueAt }, now);
}

/** The name of what is said once for each subject: the kind, and what it is about in the order of its names. */
export function occurrenceOf({ kind, subject }: AnyMessage): string {
  const named = Object.entries(subject).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [kind, ...named.map(([, value]) => value)].join('|');
}
