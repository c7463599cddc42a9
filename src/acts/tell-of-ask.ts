import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import type { Ask, AskStep } from '../store/asks.ts';
import type { Store } from '../store/db.ts';
import { takeFromOutbox, wasHandedOver } from '../store/outbox-withdrawal.ts';
import type { LocalDate } from '../time/zoned.ts';
import { refreshDigestAbove, refreshDigests, refreshAbout } from './refresh.ts';
import { say } from './say.ts';

/** Puts the card of an ask into the outbox, for who holds it. @param dueAt from now on, if left out */
export async function sendCard(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'holderId'>,
  stepId: number,
  now: Date,
  dueAt: Date = now,
): Promise<void> {
  await say(
    context,
    store,
    {
      occurrenceKey: `ask-card|${ask.id}|${ask.holderId}|${stepId}`,
      kind: 'ask-card',
      recipientId: ask.holderId,
      subject: { ask: ask.id, holder: ask.holderId },
    },
    now,
    dueAt,
  );
}

/** Tells the rep about one step. @param dueAt from now on, if left out */
export async function sendNews(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'repId'>,
  stepId: number,
  now: Date,
  dueAt: Date = now,
): Promise<void> {
  await say(
    context,
    store,
    {
      occurrenceKey: `ask-news|${ask.id}|${stepId}`,
      kind: 'ask-news',
      recipientId: ask.repId,
      subject: { ask: ask.id, step: stepId },
    },
    now,
    dueAt,
  );
}

/** A step was taken back: the rep never hears of it, or hears that it was taken back. */
export async function correctNews(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'repId'>,
  { stepId, actorId }: { readonly stepId: number; readonly actorId: PersonId },
  now: Date,
): Promise<void> {
  const subject = { ask: ask.id, step: stepId };
  if (!(await wasHandedOver(store, 'ask-news', subject))) {
    await takeFromOutbox(store, 'ask-news', subject);
    return;
  }
  await refreshAbout(store, 'ask-step', subject);
  const key = `ask-undone|${ask.id}|${stepId}`;
  const correction = { kind: 'ask-undone', recipientId: ask.repId, subject: { ...subject, actor: actorId } } as const;
  await say(context, store, { occurrenceKey: key, ...correction }, now);
}

/** It came to nobody after all: a card that wasn't sent stays unsent; one that was says so by itself. */
export async function withdrawCard(store: Store, ask: Pick<Ask, 'id' | 'holderId'>): Promise<void> {
  const subject = { ask: ask.id, holder: ask.holderId };
  await takeFromOutbox(store, 'ask-card', subject);
  await refreshAbout(store, 'ask-of-holder', subject);
}

/** Tells the rep that nobody is there to answer, once for each time it comes to somebody. @returns false if they know */
export async function sendWaiting(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'repId' | 'holderId'>,
  arrivalId: number,
  now: Date,
): Promise<boolean> {
  return say(
    context,
    store,
    {
      occurrenceKey: `ask-waits|${ask.id}|${ask.holderId}|${arrivalId}`,
      kind: 'ask-waits',
      recipientId: ask.repId,
      subject: { ask: ask.id },
    },
    now,
  );
}

/**
 * Asks the rep whether to take it to the lead: once a day at most.
 * @param on the local day of who has the ask
 * @returns false if they were asked that day
 */
export async function sendOffer(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'repId'>,
  on: LocalDate,
  now: Date,
): Promise<boolean> {
  return say(
    context,
    store,
    { occurrenceKey: `ask-offer|${ask.id}|${on}`, kind: 'ask-offer', recipientId: ask.repId, subject: { ask: ask.id } },
    now,
  );
}

/** Tells one of the two that the day it was needed by is past: once for each such day. */
export async function sendOverdue(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: Pick<Ask, 'id' | 'neededBy'>,
  personId: PersonId,
  now: Date,
): Promise<void> {
  await say(
    context,
    store,
    {
      occurrenceKey: `ask-overdue|${ask.id}|${personId}|${ask.neededBy ?? ''}`,
      kind: 'ask-overdue',
      recipientId: personId,
      subject: { ask: ask.id, person: personId },
    },
    now,
  );
}

/** Every message about this ask shows something old. */
export async function refreshMessages(
  store: Store,
  ask: Pick<Ask, 'id' | 'repId'>,
  holderIds: readonly PersonId[],
  steps: readonly AskStep[],
): Promise<void> {
  for (const holder of new Set(holderIds)) await refreshAbout(store, 'ask-of-holder', { ask: ask.id, holder });
  await refreshAbout(store, 'ask', { ask: ask.id });
  for (const person of new Set([ask.repId, ...holderIds]))
    await refreshAbout(store, 'ask-of-person', { ask: ask.id, person });
  for (const step of steps) await refreshAbout(store, 'ask-step', { ask: ask.id, step: step.id });
  await refreshDigests(store, holderIds);
  for (const holder of new Set(holderIds)) await refreshDigestAbove(store, holder);
}
