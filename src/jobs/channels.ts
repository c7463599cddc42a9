/** Messages for a channel instead of the person they are about. */
import type { Context } from '../context.ts';
import type { Delivery } from '../store/outbox.ts';
import { describeFailure } from './slack-errors.ts';

/** Slack's id of the channel that a message is for; undefined where it goes to its recipient. */
export function channelOf(delivery: Pick<Delivery, 'subject'>): string | undefined {
  const { channel } = delivery.subject;
  return typeof channel === 'string' ? channel : undefined;
}

/** Lets the bot into a public channel. @returns false where it may not, or isn't let in */
export async function joinChannel(context: Pick<Context, 'sender' | 'log'>, channel: string): Promise<boolean> {
  try {
    await context.sender.conversations.join({ channel });
    return true;
  } catch (error) {
    context.log.warn({ problem: describeFailure(error).problem }, 'The bot is not in a channel and could not join it');
    return false;
  }
}
