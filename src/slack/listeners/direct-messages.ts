import type { App } from '@slack/bolt';
import type { Context } from '../../context.ts';
import { receiveOnce } from '../../store/inbound.ts';
import { actingPerson } from '../acting.ts';
import { standpointOf } from '../standpoint.ts';
import { notRead } from '../views/help.ts';

/** Somebody writes to the bot: a short answer what to use instead. What was written is neither read nor kept. */
export function registerDirectMessages(app: App, context: Context): void {
  app.event('message', async ({ event, body }) => {
    if (event.channel_type !== 'im' || event.subtype !== undefined || event.bot_id !== undefined) return;
    if (!(await receiveOnce(context.store, `event:${body.event_id}`, context.clock()))) return;
    const acting = await actingPerson(context, { userId: event.user });
    const { text, blocks } = notRead(await standpointOf(context.store, acting.id));
    await context.sender.chat.postMessage({
      channel: event.channel,
      text,
      blocks: [...blocks],
      ...(event.thread_ts === undefined ? {} : { thread_ts: event.thread_ts }),
    });
  });
}
