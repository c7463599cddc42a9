/** One message on its way: claimed → rendered from the database → posted once → recorded. */
import type { Context } from '../context.ts';
import { tellMissingScope, tellUnreachable } from '../acts/tell-admins.ts';
import { workingCalendarOf } from '../acts/local-day.ts';
import { describeError } from '../log.ts';
import { illustrate } from '../slack/wire/illustrate.ts';
import type { RenderedMessage } from '../slack/kit/rendered-message.ts';
import { holdRecipient, markSent, markSkipped, markUncertain, noSlackAccount, park, retryAt } from '../store/outbox.ts';
import type { Delivery, Subject } from '../store/outbox.ts';
import { isUnderWay, putBack, waitUntil } from '../store/outbox-claim.ts';
import type { Claimed } from '../store/outbox-claim.ts';
import { outsideWorkingTime } from '../store/outbox-waits.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { nextWorkingInstant } from '../time/working-calendar.ts';
import { channelOf, joinChannel } from './channels.ts';
import { isHeldByPicture, waitForPicture } from './picture-waits.ts';
import { postOnce } from './post.ts';
import type { OpenedChannel } from './post.ts';
import type { Refusal } from './pace.ts';
import { inOnePost, kindOf, render } from './render.ts';
import type { Part } from './render.ts';
import type { Sending } from './sending.ts';
import type { SendFailure } from './slack-errors.ts';

export type DeliveryResult = 'sent' | 'skipped' | 'retried' | 'uncertain' | 'parked';

export interface DeliveryOutcome {
  readonly result: DeliveryResult;
  /** Slack is in trouble or refuses everything: what else waits is left for later. */
  readonly endsPass: boolean;
  /** Slack takes no more for now: not from this person's conversation, or from nobody. */
  readonly refused?: Refusal;
}

const firstBackOffSeconds = 30;
const longestBackOffSeconds = 600;
const mostRenderings = 5;
const renderAgainMilliseconds = 300_000;
/** Somebody is out until further notice. */
const lookAgainMilliseconds = 3_600_000;
/** What comes before is on its way. */
const afterAnotherMilliseconds = 60_000;
const afterAnother = 'after another message';

/**
 * Delivers one claimed row and records how it ended. Never throws for what Slack does.
 * @param mayPost asked right before each post: is it still ours to send?
 */
export async function deliverOne(
  context: Context,
  sending: Sending,
  openChannel: (slackUserId: string) => Promise<OpenedChannel>,
  delivery: Claimed,
  mayPost: () => boolean,
): Promise<DeliveryOutcome> {
  const { store } = context;
  const recipient = await findPerson(store, delivery.recipientId);
  if (recipient === undefined || recipient.leftOn !== null) {
    for (const carried of delivery.carried) await markSkipped(store, carried.id, 'the person has left');
    return skip(context, delivery, 'the person has left');
  }
  if (recipient.slackUserId === null) {
    await park(store, delivery.id, noSlackAccount);
    return { result: 'parked', endsPass: false };
  }
  const later = isHeldByPicture(delivery, context.clock()) ? undefined : await notBefore(context, delivery, recipient);
  if (later !== undefined) {
    await waitUntil(store, delivery.id, later, outsideWorkingTime);
    return { result: 'retried', endsPass: false };
  }
  if (await isAnyUnderWay(store, kindOf(delivery).follows?.(delivery.subject) ?? [])) {
    await waitUntil(store, delivery.id, new Date(context.clock().getTime() + afterAnotherMilliseconds), afterAnother);
    return { result: 'retried', endsPass: false };
  }
  const prepared = await prepare(context, delivery, recipient);
  if ('result' in prepared) return prepared;
  const { message } = prepared;
  const channel = channelOf(delivery);
  const opened =
    channel === undefined ? await openChannel(recipient.slackUserId) : ({ ok: true, channel } satisfies OpenedChannel);
  if (!opened.ok) return recordFailure(context, sending, delivery, null, opened.failure);
  // A picture may name people: it goes to nobody but the person for whom it was drawn.
  const illustrated = channel === undefined ? await illustrate(context, message) : undefined;
  const versions = illustrated === undefined ? ([message] as const) : ([illustrated.message, message] as const);
  const place = { channel: opened.channel, deliveryId: delivery.deliveryId };
  const post = () => postOnce(context.sender, place, versions, mayPost);
  let posted = await post();
  // Refused for sure, so nothing was posted: once more from inside the channel.
  if (!posted.ok && posted.failure.problem === 'not_in_channel' && (await joinChannel(context, opened.channel)))
    posted = await post();
  if (!posted.ok && posted.failure.kind === 'picture' && illustrated !== undefined) {
    if (await waitForPicture(context, delivery, illustrated.uploaded)) return { result: 'retried', endsPass: false };
    posted = await postOnce(context.sender, place, [message], mayPost);
  }
  if (!posted.ok) return recordFailure(context, sending, delivery, posted.channel, posted.failure);
  await markSent(store, delivery.id, { channel: posted.channel, ts: posted.ts }, context.clock());
  await kindOf(delivery).sent?.(context, delivery.subject);
  return { result: 'sent', endsPass: false };
}

async function isAnyUnderWay(
  store: Store,
  messages: readonly { readonly kind: string; readonly subject: Subject }[],
): Promise<boolean> {
  for (const { kind, subject } of messages) if (await isUnderWay(store, kind, subject)) return true;
  return false;
}

/** The whole message, with what goes in the same post; or how it ended where there is nothing to post. */
async function prepare(
  context: Context,
  delivery: Claimed,
  recipient: Person,
): Promise<{ readonly message: RenderedMessage } | DeliveryOutcome> {
  const { store } = context;
  const ids = delivery.carried.map(({ id }) => id);
  const others: Part[] = [];
  try {
    const message = await render(context, delivery, recipient);
    if (message === undefined) {
      await putBack(store, ids);
      return await skip(context, delivery, 'no longer true');
    }
    for (const carried of delivery.carried) {
      const found = await renderCarried(context, carried, recipient);
      if (found !== undefined) others.push({ delivery: carried, message: found });
    }
    const post = inOnePost([{ delivery, message }, ...others]);
    await putBack(
      store,
      post.left.map(({ id }) => id),
    );
    return post;
  } catch (error) {
    await putBack(store, ids);
    return renderLater(context, delivery, error);
  }
}

/** A fault in one of several holds up none of the others. */
async function renderCarried(
  context: Context,
  carried: Delivery,
  recipient: Person,
): Promise<RenderedMessage | undefined> {
  try {
    const message = await render(context, carried, recipient);
    if (message === undefined) await markSkipped(context.store, carried.id, 'no longer true');
    return message;
  } catch (error) {
    await renderLater(context, carried, error);
    return undefined;
  }
}

async function skip(context: Context, delivery: Delivery, reason: string): Promise<DeliveryOutcome> {
  await markSkipped(context.store, delivery.id, reason);
  return { result: 'skipped', endsPass: false };
}

/** When to look again: working time begins then, or nobody knows yet when it does. Undefined if the message may go now. */
async function notBefore(context: Context, delivery: Delivery, recipient: Person): Promise<Date | undefined> {
  if (kindOf(delivery).reach === 'at-once') return undefined;
  const now = context.clock();
  const next = nextWorkingInstant(await workingCalendarOf(context.store, recipient), now);
  if (next === undefined) return new Date(now.getTime() + lookAgainMilliseconds);
  return next > now ? next : undefined;
}

/** A fault of ours: tried a few times, then left for somebody to look at. */
async function renderLater(context: Context, delivery: Delivery, error: unknown): Promise<DeliveryOutcome> {
  context.log.error({ err: error, delivery: delivery.id, kind: delivery.kind }, 'A message could not be rendered');
  const problem = `not rendered: ${describeError(error).kind}`;
  if (delivery.attempts >= mostRenderings) {
    await park(context.store, delivery.id, problem);
    return { result: 'parked', endsPass: false };
  }
  await retryAt(context.store, delivery.id, new Date(context.clock().getTime() + renderAgainMilliseconds), problem);
  return { result: 'retried', endsPass: false };
}

async function recordFailure(
  context: Context,
  sending: Sending,
  delivery: Delivery,
  channel: string | null,
  failure: SendFailure,
): Promise<DeliveryOutcome> {
  const { store, log } = context;
  const now = context.clock();
  log.warn({ delivery: delivery.id, kind: delivery.kind, failure: failure.kind, problem: failure.problem }, 'Not sent');
  switch (failure.kind) {
    case 'rate-limited': {
      const seconds = failure.seconds ?? ownBackOff(delivery.attempts);
      const until = new Date(now.getTime() + seconds * 1000);
      await writing(store, async (tx) => {
        await retryAt(tx, delivery.id, until, failure.problem);
        await holdRecipient(tx, delivery.recipientId, until);
      });
      return { result: 'retried', endsPass: false, refused: { recipientId: delivery.recipientId, seconds } };
    }
    case 'not-sent':
      await retryAt(store, delivery.id, now, failure.problem);
      return { result: 'retried', endsPass: true };
    case 'stopped':
      // A channel may be closed to the app while people can be written to.
      if (channelOf(delivery) !== undefined && ofOneChannel.has(failure.problem))
        return refuse(context, delivery, failure.problem);
      sending.stop(failure.problem);
      await retryAt(store, delivery.id, now, failure.problem);
      return { result: 'retried', endsPass: true };
    case 'missing-scope':
      sending.missing(failure.problem);
      await park(store, delivery.id, failure.problem);
      await tellMissingScope(context, failure.problem.replace(/^missing_scope /u, ''));
      return { result: 'parked', endsPass: false };
    case 'person':
      if (channelOf(delivery) === undefined) await tellUnreachable(context, delivery.recipientId, failure.problem);
      return refuse(context, delivery, failure.problem);
    case 'blocks':
    case 'picture':
    case 'refused':
      return refuse(context, delivery, failure.problem);
    case 'unclear':
      await markUncertain(store, delivery.id, failure.problem, channel);
      return { result: 'uncertain', endsPass: true };
  }
}

const ofOneChannel = new Set(['no_permission', 'access_denied']);

/** Slack won't ever take it. */
async function refuse(context: Context, delivery: Delivery, problem: string): Promise<DeliveryOutcome> {
  await park(context.store, delivery.id, problem);
  await kindOf(delivery).refused?.(context, delivery.subject, problem);
  return { result: 'parked', endsPass: false };
}

/** Seconds to wait where Slack doesn't say. */
function ownBackOff(attempts: number): number {
  return Math.min(longestBackOffSeconds, firstBackOffSeconds * 2 ** Math.max(0, attempts - 1));
}
