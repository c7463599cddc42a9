/** What Slack tells, and what people write to the bot. */
import { replyMark } from '../kit/reply-mark.ts';
import type { SlackEvent } from '@slack/types';
import type { Context } from '../../context.ts';
import { receiveOnce } from '../../store/inbound.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { actingPerson } from '../wire/acting.ts';
import type { DirectMessage } from './incoming.ts';
import type { EventListener, EventName } from './listener.ts';
import { tellConcerned } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Something happened in Slack: nobody waits for an answer. @param does returns whom it concerned */
export function onEvent<Name extends EventName>(
  name: Name,
  does: (context: Context, event: Extract<SlackEvent, { type: Name }>) => Promise<Outcome>,
): EventListener {
  const answer = async (context: Context, { event }: { event: Extract<SlackEvent, { type: Name }> }) =>
    tellConcerned(context, await does(context, event), undefined);
  // Its name says which event it takes.
  return { kind: 'event', id: name, answer } as unknown as EventListener;
}

/** What people send by themselves; edits, deletions and what Slack writes stay unanswered. */
const ownSubtypes = [undefined, 'file_share', 'thread_broadcast'];

/** Somebody writes to the bot. It is answered once, in the thread in which it stands. */
export function onDirectMessage(answerTo: (message: DirectMessage) => Promise<RenderedMessage>): EventListener {
  return {
    kind: 'event',
    id: 'message',
    async answer(context, { event, body }) {
      const isOwn = event.channel_type === 'im' && ownSubtypes.includes(event.subtype);
      if (!isOwn || !('user' in event) || event.user === undefined || ('bot_id' in event && event.bot_id !== undefined))
        return;
      if (!(await receiveOnce(context.store, `event:${body.event_id}`, context.clock()))) return;
      const acting = await actingPerson(context, { userId: event.user });
      const thread = 'thread_ts' in event ? event.thread_ts : undefined;
      const { text, blocks } = await answerTo({
        context,
        acting,
        text: 'text' in event ? (event.text ?? '') : '',
        at: { channel: event.channel, ts: event.ts, ...(thread === undefined ? {} : { thread }) },
        hasFile: event.subtype === 'file_share',
      });
      await context.sender.chat.postMessage({
        channel: event.channel,
        text,
        blocks: [...blocks],
        metadata: replyMark,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
    },
  };
}
