import type { Context } from '../context.ts';
import type { Ask, AskStep } from '../store/asks.ts';
import type { Store } from '../store/db.ts';
import { enqueue, wantRefresh } from '../store/outbox.ts';

/** Puts the card of an ask into the outbox, for who holds it. */
export async function sendCard(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'holderId'>,
  stepId: number,
  now: Date,
): Promise<void> {
  await enqueue(
    store,
    {
      occurrenceKey: `ask-card|${ask.id}|${ask.holderId}|${stepId}`,
      deliveryId: context.newId(),
      kind: 'ask-card',
      recipientId: ask.holderId,
      subject: { ask: ask.id, holder: ask.holderId },
      dueAt: now,
    },
    now,
  );
}

/** Tells the rep about one step. */
export async function sendNews(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'repId'>,
  stepId: number,
  now: Date,
): Promise<void> {
  await enqueue(
    store,
    {
      occurrenceKey: `ask-news|${ask.id}|${stepId}`,
      deliveryId: context.newId(),
      kind: 'ask-news',
      recipientId: ask.repId,
      subject: { ask: ask.id, step: stepId },
      dueAt: now,
    },
    now,
  );
}

/** Every message about this ask shows something old. */
export async function refreshMessages(
  store: Store,
  ask: Pick<Ask, 'id'>,
  holderIds: readonly number[],
  steps: readonly AskStep[],
): Promise<void> {
  for (const holder of new Set(holderIds)) await wantRefresh(store, 'ask-card', { ask: ask.id, holder });
  for (const step of steps) await wantRefresh(store, 'ask-news', { ask: ask.id, step: step.id });
}
