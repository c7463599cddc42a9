import type { Engine } from '../engine.ts';
import type { Conversation, Message, User } from '../workspace/model.ts';
import { findMessage, openDirect } from '../workspace/conversations.ts';
import { SlackError } from './slack-error.ts';

/** A conversation the bot may know of, by id or channel name. */
export function visibleConversation(engine: Engine, id: string): Conversation {
  const { conversations, app } = engine.workspace;
  const name = id.replace(/^#/, '');
  const found =
    conversations.get(id) ?? [...conversations.values()].find((each) => each.kind === 'channel' && each.name === name);
  if (!found || (found.kind === 'direct' && !found.members.has(app.botUserId))) {
    throw new SlackError('channel_not_found');
  }
  return found;
}

/**
 * The conversation that a message can be posted to: a conversation's id or name, or a person's id. A deactivated
 * person's is taken too, as Slack does: https://github.com/slackapi/python-slack-sdk/issues/1156
 */
export function writableConversation(engine: Engine, id: string): Conversation {
  const conversation = /^[UW]/.test(id) ? directOf(engine, id) : visibleConversation(engine, id);
  const { app } = engine.workspace;
  if (conversation.isArchived) throw new SlackError('is_archived');
  if (
    conversation.kind === 'channel' &&
    !conversation.members.has(app.botUserId) &&
    !app.scopes.includes('chat:write.public')
  ) {
    throw new SlackError('not_in_channel');
  }
  return conversation;
}

/** A conversation the bot is a member of. */
export function memberConversation(engine: Engine, id: string): Conversation {
  const conversation = visibleConversation(engine, id);
  if (!conversation.members.has(engine.workspace.app.botUserId)) throw new SlackError('not_in_channel');
  return conversation;
}

/** A member of the workspace. */
export function knownUser(engine: Engine, id: string): User {
  const user = engine.workspace.users.get(id);
  if (!user) throw new SlackError('user_not_found');
  return user;
}

/** A message that everybody in the conversation sees. */
export function publicMessage(conversation: Conversation, ts: string, refusal = 'message_not_found'): Message {
  const message = findMessage(conversation, ts);
  if (!message || message.ephemeralFor !== undefined) throw new SlackError(refusal);
  return message;
}

/** The bot's direct conversation with somebody, opened if need be. */
function directOf(engine: Engine, userId: string): Conversation {
  const user = engine.workspace.users.get(userId);
  if (!user) throw new SlackError('channel_not_found');
  if (user.isBot || user.id === 'USLACKBOT') throw new SlackError('cannot_dm_bot');
  return openDirect(engine.workspace, user.id, engine.workspace.app.botUserId, engine.clock.now());
}
