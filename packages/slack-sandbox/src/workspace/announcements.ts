import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { messageObject } from '../web-api/shapes/message.ts';
import type { Conversation, Message } from './model.ts';

/** Tells the app of a new message where it is a member and subscribes; https://docs.slack.dev/reference/events/message */
export async function announceMessage(engine: Engine, conversation: Conversation, message: Message): Promise<void> {
  if (!isHeard(engine, conversation, message)) return;
  const object = messageObject(engine, message);
  const event = { ...object, ...placeOf(conversation), event_ts: message.ts };
  const mention = `<@${engine.workspace.app.botUserId}>`;
  await Promise.all([
    engine.events.send(subscriptionOf(conversation), event),
    ...(conversation.kind === 'channel' && message.text.includes(mention)
      ? [engine.events.send('app_mention', { ...event, type: 'app_mention' })]
      : []),
  ]);
}

/** Tells the app of an edit. */
export function announceChange(engine: Engine, conversation: Conversation, before: Message, after: Message): void {
  if (!isHeard(engine, conversation, after)) return;
  void engine.events.send(subscriptionOf(conversation), {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: messageObject(engine, after),
    previous_message: messageObject(engine, before),
    ts: engine.identifiers.timestamp(engine.clock.now()),
    ...placeOf(conversation),
  });
}

/** Tells the app of a deletion. */
export function announceDeletion(engine: Engine, conversation: Conversation, message: Message): void {
  if (!isHeard(engine, conversation, message)) return;
  void engine.events.send(subscriptionOf(conversation), {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messageObject(engine, message),
    ts: engine.identifiers.timestamp(engine.clock.now()),
    ...placeOf(conversation),
  });
}

function isHeard(engine: Engine, conversation: Conversation, message: Message): boolean {
  const { app } = engine.workspace;
  return app.installed && conversation.members.has(app.botUserId) && message.ephemeralFor === undefined;
}

function subscriptionOf(conversation: Conversation): string {
  return conversation.kind === 'direct' ? 'message.im' : 'message.channels';
}

function placeOf(conversation: Conversation): JsonObject {
  return { channel: conversation.id, channel_type: conversation.kind === 'direct' ? 'im' : 'channel' };
}
