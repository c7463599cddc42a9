import type { Conversation, Message, Workspace } from './model.ts';
import { steadyIdentifier } from './identifiers.ts';
import { createConversation } from './workspace.ts';

/** The direct conversation of two members, opened if it is not there yet. */
export function openDirect(workspace: Workspace, first: string, second: string, now: Date): Conversation {
  const id = steadyIdentifier('D', [...(workspace.isOneOfSeveral ? [workspace.team.id] : []), first, second]);
  const known = workspace.conversations.get(id);
  if (known) return known;
  const opened = createConversation(id, 'direct', '', [first, second], now);
  workspace.conversations.set(id, opened);
  return opened;
}

/** The direct conversation of a person with the app. */
export function directWithApp(workspace: Workspace, userId: string, now: Date): Conversation {
  return openDirect(workspace, userId, workspace.app.botUserId, now);
}

/** The other one of a direct conversation (oneself, in a conversation with oneself). */
export function partnerIn(conversation: Conversation, userId: string): string {
  return [...conversation.members].find((member) => member !== userId) ?? userId;
}

/** The conversations a member is in. */
export function conversationsOf(workspace: Workspace, userId: string): readonly Conversation[] {
  return [...workspace.conversations.values()].filter((conversation) => conversation.members.has(userId));
}

/** True where somebody from another workspace is in the conversation. */
export function isSharedOutside(workspace: Workspace, conversation: Conversation): boolean {
  return [...conversation.members].some((member) => workspace.users.get(member)?.isStranger);
}

/** What a member sees in a conversation, oldest first. */
export function messagesSeenBy(conversation: Conversation, userId: string): readonly Message[] {
  return conversation.messages.filter(
    (message) => message.ephemeralFor === undefined || message.ephemeralFor === userId,
  );
}

/** A message in a conversation by its timestamp. */
export function findMessage(conversation: Conversation, ts: string): Message | undefined {
  return conversation.messages.find((message) => message.ts === ts);
}

/** How interactions and commands name a conversation; https://docs.slack.dev/interactivity/implementing-slash-commands */
export function channelNameOf(conversation: Conversation): string {
  return conversation.kind === 'direct' ? 'directmessage' : conversation.name;
}
