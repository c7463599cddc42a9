import { replyMark } from '../kit/reply-mark.ts';
import type { Context } from '../../context.ts';
import { Unforeseen, UserError } from '../../errors.ts';
import { describeError } from '../../log.ts';
import { answerPlace, errorAnswer } from './error-answer.ts';
import type { AnswerPlace, ErrorAnswer } from './error-answer.ts';

/** Slack asked for a fresh connection in the middle of an acknowledgement: it will deliver again, so nobody is told. */
const connectionCodes = [
  'slack_socket_mode_send_while_disconnected_error',
  'slack_socket_mode_send_while_not_ready_error',
  'slack_socket_mode_websocket_error',
];

/**
 * The end of everything that a listener throws: the acting person gets a sentence, the log gets kind and place. Never throws.
 * @param body the envelope as Slack sent it; only ids are read from it
 */
export async function handleError(context: Context, thrown: unknown, body: unknown): Promise<void> {
  const error = originalOf(thrown);
  const cause = error instanceof Unforeseen ? error.cause : error;
  const described = describeError(cause);
  if (connectionCodes.includes(described.code ?? '')) {
    context.log.warn({ err: cause }, 'Slack took the connection away in the middle of an answer');
    return;
  }
  if (error instanceof UserError) context.log.debug({ err: error }, 'Refused with a reason');
  else context.log.error({ err: cause }, 'A listener failed');
  const place = answerPlace(body);
  if (place === undefined) return;
  try {
    await answer(context, place, errorAnswer(error));
  } catch (failure) {
    context.log.warn({ err: failure }, 'The answer to a failed request could not be given');
  }
}

/** Bolt wraps what isn't its own; several listeners' errors come as one. */
function originalOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  if ('originals' in error && Array.isArray(error.originals)) return originalOf(error.originals[0]);
  if (!(error instanceof UserError) && 'original' in error && error.original instanceof Error) {
    const isBolts = 'code' in error && error.code === 'slack_bolt_unknown_error';
    return isBolts ? error.original : error;
  }
  return error;
}

async function answer(context: Context, place: AnswerPlace, { text, blocks }: ErrorAnswer): Promise<void> {
  if (place.responseUrl !== undefined && (await respond(place.responseUrl, text, blocks))) return;
  if (place.channelId !== undefined) {
    try {
      await context.slack.chat.postEphemeral({ channel: place.channelId, user: place.userId, text, blocks });
      return;
    } catch (error) {
      context.log.debug({ err: error }, 'No ephemeral answer is possible here');
    }
  }
  await context.sender.chat.postMessage({
    channel: place.userId,
    text,
    blocks,
    unfurl_links: false,
    metadata: replyMark,
  });
}

/** @returns false if the address is used up or gone: it lives for 5 uses in 30 minutes */
async function respond(url: string, text: string, blocks: ErrorAnswer['blocks']): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks }),
      signal: AbortSignal.timeout(respondMilliseconds),
    });
    return response.ok;
  } catch {
    return false;
  }
}
const respondMilliseconds = 5_000;
