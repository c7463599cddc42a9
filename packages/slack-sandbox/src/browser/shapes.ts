import type { PageConversation, PageFile, PageMessage, PageUser, PageView } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { wordsOf } from '../json.ts';
import { messagesSeenBy, partnerIn } from '../workspace/conversations.ts';
import { instantOf } from '../workspace/identifiers.ts';
import type { Conversation, Message, StoredFile, User, View, Workspace } from '../workspace/model.ts';
import { filePath, mimetypeOf } from '../web-api/shapes/file.ts';

/** A member as the page shows one. */
export function pageUser(workspace: Workspace, user: User): PageUser {
  return {
    id: user.id,
    name: user.name,
    realName: user.realName,
    ...(user.title === undefined ? {} : { title: user.title }),
    ...(user.timeZone === undefined ? {} : { timeZone: user.timeZone }),
    ...(user.statusText === undefined ? {} : { statusText: user.statusText }),
    ...(user.statusEmoji === undefined ? {} : { statusEmoji: user.statusEmoji }),
    isApp: user.id === workspace.app.botUserId,
    deleted: user.deleted,
  };
}

/** A conversation as one of its members sees it in the list. */
export function pageConversation(workspace: Workspace, conversation: Conversation, userId: string): PageConversation {
  const read = Number(conversation.read.get(userId) ?? 0);
  const unread = messagesSeenBy(conversation, userId).filter(
    (message) => message.userId !== userId && Number(message.ts) > read,
  ).length;
  const common = { id: conversation.id, unread, isArchived: conversation.isArchived };
  if (conversation.kind === 'channel') return { ...common, kind: 'channel', name: conversation.name };
  const partner = partnerIn(conversation, userId);
  return { ...common, kind: 'direct', name: workspace.users.get(partner)?.realName ?? partner, userId: partner };
}

/** A message as the page shows it. */
export function pageMessage(workspace: Workspace, message: Message): PageMessage {
  return {
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    conversationId: message.conversationId,
    userId: message.userId,
    text: message.text,
    blocks: message.blocks,
    files: message.fileIds.flatMap((id) => workspace.files.get(id) ?? []).map((file) => pageFile(file)),
    edited: message.edited !== undefined,
    ephemeral: message.ephemeralFor !== undefined,
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    at: instantOf(message.ts).toISOString(),
  };
}

/** A view as the page shows it. */
export function pageView(view: View): PageView {
  const title = wordsOf(view.title);
  const submit = wordsOf(view.submit);
  const close = wordsOf(view.close);
  return {
    id: view.id,
    type: view.type,
    callbackId: view.callbackId,
    ...(title === undefined ? {} : { title }),
    ...(submit === undefined ? {} : { submit }),
    ...(close === undefined ? {} : { close }),
    blocks: view.blocks,
    hash: view.hash,
    errors: { ...view.errors },
    waiting: view.waiting,
    values: structuredClone(view.values),
  };
}

/** What a member sees in a conversation, oldest first. */
export function messagesFor(engine: Engine, conversation: Conversation, userId: string): readonly PageMessage[] {
  return messagesSeenBy(conversation, userId).map((message) => pageMessage(engine.workspace, message));
}

function pageFile(file: StoredFile): PageFile {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: mimetypeOf(file),
    path: filePath(file),
    bytes: file.bytes.byteLength,
  };
}
