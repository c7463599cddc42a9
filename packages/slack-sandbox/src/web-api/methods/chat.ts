import { limits } from '../../limits.ts';
import { deleteMessage, editMessage, postMessage } from '../../workspace/messages.ts';
import { channelNameOf } from '../../workspace/conversations.ts';
import { knownUser, publicMessage, visibleConversation, writableConversation } from '../find.ts';
import { readMessageArguments } from '../message-arguments.ts';
import type { Call, Methods } from '../method.ts';
import { messageObject } from '../shapes/message.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';
import type { JsonObject } from '../../contract.ts';

/** chat.*; https://docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Methods = {
  'chat.postMessage': { scopes: ['chat:write'], answer: post },
  'chat.postEphemeral': { scopes: ['chat:write'], answer: postEphemeral },
  'chat.update': { scopes: ['chat:write'], answer: update },
  'chat.delete': { scopes: ['chat:write'], answer: remove },
  'chat.getPermalink': {
    answer({ engine, arguments: from }) {
      const conversation = visibleConversation(engine, from.required('channel'));
      const message = publicMessage(conversation, from.required('message_ts'));
      const { domain } = engine.workspace.team;
      const permalink = `https://${domain}.slack.com/archives/${conversation.id}/p${message.ts.replace('.', '')}`;
      return { channel: conversation.id, permalink };
    },
  },
};

function post({ engine, arguments: from }: Call): JsonObject {
  const conversation = writableConversation(engine, from.required('channel'));
  const saying = readMessageArguments(engine, from);
  const { message } = postMessage(engine, conversation, {
    userId: engine.workspace.app.botUserId,
    text: (saying.text ?? '').slice(0, limits.messageText),
    blocks: saying.blocks ?? [],
    attachments: saying.attachments ?? [],
    threadTs: threadOf(from.text('thread_ts')),
    metadata: saying.metadata,
  });
  return { channel: conversation.id, ts: message.ts, message: messageObject(engine, message, true) };
}

function postEphemeral({ engine, arguments: from }: Call): JsonObject {
  const conversation = writableConversation(engine, from.required('channel'));
  const user = knownUser(engine, from.required('user'));
  if (!conversation.members.has(user.id)) throw new SlackError('user_not_in_channel');
  const saying = readMessageArguments(engine, from);
  const { message } = postMessage(engine, conversation, {
    userId: engine.workspace.app.botUserId,
    text: (saying.text ?? '').slice(0, limits.messageText),
    blocks: saying.blocks ?? [],
    attachments: saying.attachments ?? [],
    threadTs: threadOf(from.text('thread_ts')),
    ephemeralFor: user.id,
  });
  return { message_ts: message.ts };
}

/**
 * Where only text is given, the blocks and attachments of before are dropped, and the message shows as edited; with
 * blocks it does not; https://docs.slack.dev/reference/methods/chat.update
 */
function update({ engine, arguments: from }: Call): JsonObject {
  const conversation = visibleConversation(engine, from.required('channel'));
  const message = publicMessage(conversation, from.required('ts'));
  if (message.userId !== engine.workspace.app.botUserId) throw new SlackError('cant_update_message');
  if (conversation.isArchived) throw new SlackError('is_archived');
  if ((from.text('text') ?? '').length > limits.updateText) throw new SlackError('msg_too_long');
  const saying = readMessageArguments(engine, from);
  const onlyText = saying.text !== undefined && saying.blocks === undefined && saying.attachments === undefined;
  editMessage(engine, conversation, message, {
    text: saying.text ?? message.text,
    blocks: saying.blocks ?? (onlyText ? [] : message.blocks),
    attachments: saying.attachments ?? (onlyText ? [] : message.attachments),
    metadata: saying.metadata,
    showsEdited: saying.blocks === undefined,
  });
  return {
    channel: conversation.id,
    ts: message.ts,
    text: message.text,
    message: { ...messageObject(engine, message, true), channel_name: channelNameOf(conversation) },
  };
}

function remove({ engine, arguments: from }: Call): JsonObject {
  const conversation = visibleConversation(engine, from.required('channel'));
  const message = publicMessage(conversation, from.required('ts'));
  if (message.userId !== engine.workspace.app.botUserId) throw new SlackError('cant_delete_message');
  deleteMessage(engine, conversation, message);
  return { channel: conversation.id, ts: message.ts };
}

function threadOf(ts: string | undefined): string | undefined {
  if (ts === undefined || ts === '') return undefined;
  if (!/^\d+\.\d{6}$/.test(ts)) throw invalidArguments('invalid timestamp [json-pointer:/thread_ts]');
  return ts;
}
