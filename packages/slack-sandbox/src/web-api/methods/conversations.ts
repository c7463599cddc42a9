import type { JsonObject } from '../../contract.ts';
import type { Engine } from '../../engine.ts';
import { openDirect } from '../../workspace/conversations.ts';
import type { Conversation, Message } from '../../workspace/model.ts';
import type { Arguments } from '../arguments.ts';
import { knownUser, memberConversation, publicMessage, visibleConversation } from '../find.ts';
import { requireScope } from '../method.ts';
import type { Call, Methods } from '../method.ts';
import { pageOf } from '../page-of.ts';
import { conversationObject } from '../shapes/conversation.ts';
import { messageObject } from '../shapes/message.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';

/** conversations.* and users.conversations; https://docs.slack.dev/reference/methods?family=conversations */
export const conversationMethods: Methods = {
  'conversations.open': { scopes: ['im:write'], answer: open },
  'conversations.info': {
    answer({ engine, arguments: from }) {
      const conversation = visibleConversation(engine, from.required('channel'));
      requireScope(engine, `${kindOf(conversation)}:read`);
      return { channel: conversationObject(engine.workspace, conversation) };
    },
  },
  'conversations.list': { answer: (call) => list(call, () => true) },
  'users.conversations': {
    answer(call) {
      const user = call.arguments.text('user') ?? call.engine.workspace.app.botUserId;
      knownUser(call.engine, user);
      return list(call, (conversation) => conversation.members.has(user));
    },
  },
  'conversations.members': {
    answer({ engine, arguments: from }) {
      const conversation = visibleConversation(engine, from.required('channel'));
      requireScope(engine, `${kindOf(conversation)}:read`);
      const { page, metadata } = pageOf([...conversation.members], from, 100);
      return { members: page, response_metadata: metadata };
    },
  },
  'conversations.history': {
    answer({ engine, arguments: from }) {
      const conversation = memberConversation(engine, from.required('channel'));
      requireScope(engine, `${kindOf(conversation)}:history`);
      const all = conversation.messages.filter(
        (message) => message.threadTs === undefined || message.subtype === 'thread_broadcast',
      );
      return messagePage(engine, from, all.toReversed());
    },
  },
  'conversations.replies': {
    answer({ engine, arguments: from }) {
      const conversation = memberConversation(engine, from.required('channel'));
      requireScope(engine, `${kindOf(conversation)}:history`);
      const parent = publicMessage(conversation, from.required('ts'), 'thread_not_found');
      const root = parent.threadTs ?? parent.ts;
      const thread = conversation.messages.filter((message) => message.ts === root || message.threadTs === root);
      return messagePage(engine, from, thread);
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    answer({ engine, arguments: from }) {
      const conversation = visibleConversation(engine, from.required('channel'));
      if (conversation.kind === 'direct') throw new SlackError('method_not_supported_for_channel_type');
      if (conversation.isArchived) throw new SlackError('is_archived');
      conversation.members.add(engine.workspace.app.botUserId);
      engine.changes.changed();
      return { channel: conversationObject(engine.workspace, conversation) };
    },
  },
};

function open({ engine, arguments: from }: Call): JsonObject {
  const { workspace } = engine;
  const known = from.text('channel');
  if (known !== undefined && known !== '') {
    return { channel: openedObject(engine, visibleConversation(engine, known), from), no_op: true, already_open: true };
  }
  const users = from.required('users').split(',');
  if (users.length > 1) throw new SlackError('method_not_supported_for_channel_type');
  const user = knownUser(engine, users[0] ?? '');
  if (user.isBot || user.id === 'USLACKBOT') throw new SlackError('cannot_dm_bot');
  if (user.deleted) throw new SlackError('user_disabled');
  const before = workspace.conversations.size;
  const conversation = openDirect(workspace, user.id, workspace.app.botUserId, engine.clock.now());
  const isNew = workspace.conversations.size > before;
  if (isNew) engine.changes.changed();
  return { channel: openedObject(engine, conversation, from), ...(isNew ? {} : { no_op: true, already_open: true }) };
}

function openedObject(engine: Engine, conversation: Conversation, from: Arguments): JsonObject {
  return from.flag('return_im') ? conversationObject(engine.workspace, conversation) : { id: conversation.id };
}

function list({ engine, arguments: from }: Call, includes: (conversation: Conversation) => boolean): JsonObject {
  const types = (from.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
  const scopes: Readonly<Record<string, string>> = {
    public_channel: 'channels:read',
    private_channel: 'groups:read',
    mpim: 'mpim:read',
    im: 'im:read',
  };
  for (const type of types) {
    const scope = scopes[type];
    if (scope === undefined) throw new SlackError('invalid_types');
    requireScope(engine, scope);
  }
  const bot = engine.workspace.app.botUserId;
  const all = [...engine.workspace.conversations.values()].filter(
    (conversation) =>
      types.includes(conversation.kind === 'direct' ? 'im' : 'public_channel') &&
      (conversation.kind === 'channel' || conversation.members.has(bot)) &&
      !(from.flag('exclude_archived') && conversation.isArchived) &&
      includes(conversation),
  );
  const { page, metadata } = pageOf(all, from, 100);
  return {
    channels: page.map((conversation) => conversationObject(engine.workspace, conversation)),
    response_metadata: metadata,
  };
}

function messagePage(engine: Engine, from: Arguments, all: readonly Message[]): JsonObject {
  const oldest = from.text('oldest');
  const latest = from.text('latest');
  const inclusive = from.flag('inclusive');
  for (const bound of [oldest, latest]) {
    if (bound !== undefined && !/^\d+(\.\d+)?$/.test(bound)) throw invalidArguments('invalid timestamp');
  }
  const within = all.filter((message) => {
    if (message.ephemeralFor !== undefined) return false;
    const isBound = message.ts === oldest || message.ts === latest;
    if (isBound) return inclusive;
    return Number(message.ts) > Number(oldest ?? 0) && Number(message.ts) < Number(latest ?? Infinity);
  });
  const { page, metadata, hasMore } = pageOf(within, from, 100);
  return {
    messages: page.map((message) => messageObject(engine, message, from.flag('include_all_metadata'))),
    has_more: hasMore,
    pin_count: 0,
    response_metadata: metadata,
  };
}

function kindOf(conversation: Conversation): 'im' | 'channels' {
  return conversation.kind === 'direct' ? 'im' : 'channels';
}
