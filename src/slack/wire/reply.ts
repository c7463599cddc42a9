import { replyMark } from '../kit/reply-mark.ts';
import type { RespondFn } from '@slack/bolt';
import type { Context } from '../../context.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';

/** Answers a command or a press where it was made, for that person alone; by direct message where that is no longer possible. */
export async function reply(
  context: Pick<Context, 'sender' | 'log'>,
  respond: RespondFn,
  userId: string,
  message: RenderedMessage,
): Promise<void> {
  const { text } = message;
  const blocks = [...message.blocks];
  try {
    await respond({ response_type: 'ephemeral', replace_original: false, text, blocks });
  } catch (error) {
    context.log.debug({ err: error }, 'An answer could not be given in place');
    await context.sender.chat.postMessage({ channel: userId, text, blocks, unfurl_links: false, metadata: replyMark });
  }
}
