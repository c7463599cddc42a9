import type { RespondFn } from '@slack/bolt';
import type { Context } from '../../context.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { reply } from './reply.ts';

/** Puts an answer in the place of the message whose button was pressed; beside it where Slack no longer lets us. */
export async function replaceHere(
  context: Pick<Context, 'sender' | 'log'>,
  respond: RespondFn,
  userId: string,
  message: RenderedMessage,
): Promise<void> {
  try {
    await respond({ replace_original: true, text: message.text, blocks: [...message.blocks] });
  } catch (error) {
    context.log.debug({ err: error }, 'A message could not be replaced');
    await reply(context, respond, userId, message);
  }
}
