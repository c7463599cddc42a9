import type { JsonObject } from '../../contract.ts';
import { richText } from '../../block-elements/values.ts';
import type { Engine } from '../../engine.ts';
import type { Message, Workspace } from '../../workspace/model.ts';
import { teamIdOf } from '../../workspace/workspace.ts';
import { fileObject } from './file.ts';

/** A message as the Web API, events and interactions carry it; metadata only where asked for. */
export function messageObject(engine: Engine, message: Message, withMetadata = false): JsonObject {
  const { workspace } = engine;
  const author = workspace.users.get(message.userId);
  const files = message.fileIds.flatMap((id) => workspace.files.get(id) ?? []);
  return {
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...authorship(workspace, engine.manifest.botName, message),
    type: 'message',
    ts: message.ts,
    text: message.text,
    team: author ? teamIdOf(workspace, author) : workspace.team.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileObject(engine, file)), upload: false } : {}),
    ...(message.edited ? { edited: { user: message.edited.userId, ts: message.edited.ts } } : {}),
    ...(message.ephemeralFor === undefined ? {} : { is_ephemeral: true }),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...(message.reactions.size > 0 ? { reactions: reactionsOf(message) } : {}),
    ...threadFields(workspace, message),
  };
}

function authorship(workspace: Workspace, botName: string, message: Message): JsonObject {
  const { app, team } = workspace;
  if (message.userId !== app.botUserId) {
    const typed = message.blocks.length === 0 && message.text !== '';
    return {
      user: message.userId,
      client_msg_id: message.ts.replace('.', '-'),
      ...(typed ? { blocks: [{ block_id: 'typed', ...richText(message.text) }] } : {}),
    };
  }
  return {
    user: app.botUserId,
    bot_id: app.botId,
    app_id: app.id,
    bot_profile: {
      id: app.botId,
      app_id: app.id,
      user_id: app.botUserId,
      name: botName,
      icons: {},
      deleted: false,
      updated: 0,
      team_id: team.id,
    },
  };
}

function threadFields(workspace: Workspace, message: Message): JsonObject {
  const conversation = workspace.conversations.get(message.conversationId);
  if (message.threadTs !== undefined) {
    const parent = conversation?.messages.find((each) => each.ts === message.threadTs);
    return { thread_ts: message.threadTs, parent_user_id: parent?.userId };
  }
  const replies = conversation?.messages.filter((each) => each.threadTs === message.ts) ?? [];
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.userId))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  };
}

function reactionsOf(message: Message): readonly JsonObject[] {
  return [...message.reactions].map(([name, users]) => ({ name, users, count: users.length }));
}
