/**
 * Messages of which it isn't known whether Slack posted them. Each carries an opaque id in its metadata, so the conversation's
 * history tells. Exactly once where history may be read; at most once where it may not.
 */
import type { Context } from '../context.ts';
import { deliveriesIn, foundAbsent, foundNoWay, foundSent, foundUnclear } from '../store/outbox.ts';
import type { Delivery } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { channelOf } from './channels.ts';
import { deliveryEvent } from './post.ts';
import type { OpenedChannel } from './post.ts';
import type { Sending } from './sending.ts';
import { describeFailure } from './slack-errors.ts';

/** A post that was on its way when the answer was lost may still arrive: its absence proves nothing before this. */
const settledAfterMilliseconds = 60_000;
const pageSize = 200;
/** More than anybody writes to a bot between a lost answer and the next look; in a busy channel, or after days without the bot, it isn't all. */
const mostPages = 5;
/** What wasn't reached is no nearer with the next tick. */
const lookAgainMilliseconds = 3_600_000;

/** The problem of messages that may or may not have been posted, where nobody can look. */
const historyNotReadable = 'may have been posted; history not readable';
/** The problem of messages that aren't among the newest of the conversation, of which there are more. */
const historyTooLong = `may have been posted; not among the newest ${mostPages * pageSize} messages`;

type Found =
  | { readonly found: 'yes'; readonly ts: string }
  | { readonly found: 'no' | 'unknown' | 'too-long' | 'unreadable' };

/**
 * Looks up every uncertain message: found → sent; absent from the whole conversation → sent again; not to be known → parked, for somebody to
 * look. Where the conversation is too long to be read to its end, it stays uncertain and is never sent again by itself.
 */
export async function reconcile(
  context: Context,
  sending: Sending,
  openChannel: (slackUserId: string) => Promise<OpenedChannel>,
): Promise<void> {
  if (sending.stoppedBy !== undefined) return;
  const now = context.clock();
  for (const delivery of await deliveriesIn(context.store, ['uncertain'])) {
    // It stands in the post of another, and shares its fate.
    if (delivery.carriedBy !== null) continue;
    const claimedAt = delivery.claimedAt?.getTime() ?? 0;
    const age = Math.abs(now.getTime() - claimedAt);
    if (age < settledAfterMilliseconds || isPutOff(delivery, now)) continue;
    await reconcileOne(context, sending, openChannel, delivery);
  }
}

/** It was looked for lately, in more than is read at once. One that was put off before the clock was set back is looked up. */
function isPutOff({ problem, dueAt }: Delivery, now: Date): boolean {
  const left = dueAt.getTime() - now.getTime();
  return problem === historyTooLong && left > 0 && left <= lookAgainMilliseconds;
}

async function reconcileOne(
  context: Context,
  sending: Sending,
  openChannel: (slackUserId: string) => Promise<OpenedChannel>,
  delivery: Delivery,
): Promise<void> {
  const { store, log } = context;
  const noted = delivery.channel !== null && isConversation(delivery.channel) ? delivery.channel : undefined;
  const place = noted ?? channelOf(delivery) ?? (await conversationWith(context, openChannel, delivery));
  const channel = typeof place === 'string' ? place : undefined;
  const looked: Found | Gone = typeof place === 'string' ? await lookFor(context, place, delivery) : place;
  switch (looked.found) {
    case 'yes':
      if (channel === undefined) return;
      if (!(await foundSent(store, delivery.id, { channel, ts: looked.ts }, context.clock()))) return;
      log.info({ delivery: delivery.id }, 'A message of unknown fate was posted after all');
      return;
    case 'no':
      if (!(await foundAbsent(store, delivery.id, context.clock()))) return;
      log.info({ delivery: delivery.id }, 'A message of unknown fate was not posted; it is sent again');
      return;
    case 'unreadable':
      sending.missing(historyNotReadable);
      await foundNoWay(store, delivery.id, historyNotReadable);
      return;
    case 'too-long': {
      const lookAgainAt = new Date(context.clock().getTime() + lookAgainMilliseconds);
      if (!(await foundUnclear(store, delivery.id, historyTooLong, lookAgainAt))) return;
      log.warn({ delivery: delivery.id, problem: historyTooLong }, 'A message of unknown fate could not be found');
      return;
    }
    case 'gone': {
      const problem = `may have been posted; nobody can look: ${looked.problem}`;
      if (!(await foundNoWay(store, delivery.id, problem))) return;
      log.warn({ delivery: delivery.id, problem }, 'A message of unknown fate could not be found');
      return;
    }
    case 'unknown':
      return;
  }
}

/** Slack opens no conversation with its recipient any more: they have left, or were never linked. */
interface Gone {
  readonly found: 'gone' | 'unknown';
  readonly problem: string;
}

async function conversationWith(
  context: Context,
  openChannel: (slackUserId: string) => Promise<OpenedChannel>,
  delivery: Delivery,
): Promise<string | Gone> {
  const recipient = await findPerson(context.store, delivery.recipientId);
  if (recipient === undefined || recipient.slackUserId === null) return { found: 'gone', problem: 'not in Slack' };
  const opened = await openChannel(recipient.slackUserId);
  if (opened.ok) return isConversation(opened.channel) ? opened.channel : { found: 'unknown', problem: '' };
  const { kind, problem } = opened.failure;
  return { found: kind === 'person' ? 'gone' : 'unknown', problem };
}

/** Slack takes a person's id, U… or W…, in place of their conversation where something is posted, and not where its history is asked for. */
const isConversation = (id: string): boolean => !/^[UW]/u.test(id);

/** Reads newest first, without asking for a time: Slack's clock isn't ours. */
async function lookFor(context: Context, channel: string, delivery: Delivery): Promise<Found> {
  let cursor: string | undefined;
  const own = { isAny: false, hasMetadata: false };
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const history = await context.sender.conversations.history({
        channel,
        limit: pageSize,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      });
      const messages = history.messages ?? [];
      const message = messages.find((candidate) => isDelivery(candidate.metadata, delivery));
      if (message?.ts !== undefined) return { found: 'yes', ts: message.ts };
      own.isAny ||= messages.some((candidate) => candidate.bot_id !== undefined);
      own.hasMetadata ||= messages.some((candidate) => candidate.metadata !== undefined);
      cursor = history.response_metadata?.next_cursor;
      if (cursor === undefined || cursor === '') return { found: history.has_more === true ? 'unknown' : absence(own) };
    }
    return { found: 'too-long' };
  } catch (error) {
    const { kind } = describeFailure(error);
    const passes = kind === 'rate-limited' || kind === 'not-sent' || kind === 'unclear' || kind === 'stopped';
    return { found: passes ? 'unknown' : 'unreadable' };
  }
}

/** A history in which nothing of an app has metadata doesn't show any: what isn't found there may stand in it. */
function absence({ isAny, hasMetadata }: { readonly isAny: boolean; readonly hasMetadata: boolean }) {
  return isAny && !hasMetadata ? 'unreadable' : 'no';
}

function isDelivery(metadata: unknown, delivery: Delivery): boolean {
  if (typeof metadata !== 'object' || metadata === null) return false;
  if (!('event_type' in metadata) || metadata.event_type !== deliveryEvent) return false;
  const payload = 'event_payload' in metadata ? metadata.event_payload : undefined;
  return (
    typeof payload === 'object' && payload !== null && 'delivery' in payload && payload.delivery === delivery.deliveryId
  );
}
