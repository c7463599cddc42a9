import type { WebClient } from '@slack/web-api';
import type { Context } from '../context.ts';
import { limits } from '../slack/kit/limits.ts';
import type { RenderedMessage } from '../slack/kit/rendered-message.ts';
import { shorten } from '../slack/kit/text.ts';
import { describeFailure } from './slack-errors.ts';
import type { SendFailure } from './slack-errors.ts';

/** The type of the metadata by which a posted message is found again. Any app in the workspace can read it: it holds an opaque id. */
export const deliveryEvent = 'firstline_delivery';

export type PostResult =
  | { readonly ok: true; readonly channel: string; readonly ts: string }
  | { readonly ok: false; readonly channel: string; readonly failure: SendFailure };

interface PlaceOfPost {
  readonly channel: string;
  /** Opaque, in the message's metadata. */
  readonly deliveryId: string;
}

/**
 * Posts ONE message: the first of these versions of which Slack takes the blocks, or its words alone. Blocks that were refused mean
 * that nothing was posted. A picture that isn't ready is the caller's to decide.
 * @param mayPost asked with nothing but the call itself after it
 */
export async function postOnce(
  sender: WebClient,
  place: PlaceOfPost,
  versions: readonly [RenderedMessage, ...RenderedMessage[]],
  mayPost: () => boolean,
): Promise<PostResult> {
  const [first, ...others] = versions;
  const words = { text: first.text, blocks: [] };
  let posted = await post(sender, place, first, mayPost);
  for (const version of [...others, words]) {
    if (posted.ok || posted.failure.kind !== 'blocks') break;
    posted = await post(sender, place, version, mayPost);
  }
  return posted;
}

async function post(
  sender: WebClient,
  { channel, deliveryId }: PlaceOfPost,
  message: RenderedMessage,
  mayPost: () => boolean,
): Promise<PostResult> {
  if (!mayPost()) return { ok: false, channel, failure: { kind: 'not-sent', problem: 'another instance sends' } };
  try {
    const posted = await sender.chat.postMessage({
      channel,
      text: shorten(message.text, limits.messageText),
      ...(message.blocks.length > 0 && { blocks: [...message.blocks] }),
      metadata: { event_type: deliveryEvent, event_payload: { delivery: deliveryId } },
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
      parse: 'none',
    });
    if (posted.ts === undefined)
      return { ok: false, channel, failure: { kind: 'unclear', problem: 'an answer without a ts' } };
    return { ok: true, channel: posted.channel ?? channel, ts: posted.ts };
  } catch (error) {
    return { ok: false, channel, failure: describeFailure(error) };
  }
}

/** Puts this in the place of what was posted. @throws what the Slack client throws */
export async function updateOnce(
  sender: WebClient,
  place: { readonly channel: string; readonly ts: string },
  message: RenderedMessage,
): Promise<void> {
  await sender.chat.update({
    ...place,
    text: shorten(message.text, limits.messageText),
    blocks: [...message.blocks],
    link_names: false,
    parse: 'none',
  });
}

export type OpenedChannel =
  | { readonly ok: true; readonly channel: string }
  | { readonly ok: false; readonly failure: SendFailure };

/** conversations.open is tier 3, 50 a minute, and messages are several hundred a minute. Web API, rate limits. */
const mostOpenedPerMinute = 40;
const minuteMilliseconds = 60_000;

/**
 * Finds the conversation with a person, asking Slack once for each, as far as it may be asked: for the rest the person's id stands in place
 * of the conversation's.
 */
export function createChannels(
  context: Pick<Context, 'sender' | 'clock'>,
): (slackUserId: string) => Promise<OpenedChannel> {
  const known = new Map<string, string>();
  let asked: number[] = [];
  return async (slackUserId) => {
    const cached = known.get(slackUserId);
    if (cached !== undefined) return { ok: true, channel: cached };
    const now = context.clock().getTime();
    asked = asked.filter((at) => Math.abs(now - at) < minuteMilliseconds);
    if (asked.length >= mostOpenedPerMinute) return { ok: true, channel: slackUserId };
    asked.push(now);
    try {
      const opened = await context.sender.conversations.open({ users: slackUserId });
      const channel = opened.channel?.id ?? slackUserId;
      known.set(slackUserId, channel);
      return { ok: true, channel };
    } catch (error) {
      const failure = describeFailure(error);
      // Slack takes a user's id in place of the conversation's; a right or a method that is missing costs no message.
      if (['missing-scope', 'rate-limited'].includes(failure.kind) || failure.problem === 'unknown_method')
        return { ok: true, channel: slackUserId };
      // Nothing was posted yet, so trying again is safe.
      return {
        ok: false,
        failure: failure.kind === 'unclear' ? { kind: 'not-sent', problem: failure.problem } : failure,
      };
    }
  };
}
