import type { Engine } from '../engine.ts';
import { messageText } from '../interactions/mentions.ts';
import { chooseShortcut } from '../interactions/shortcut.ts';
import { postMessage } from '../workspace/messages.ts';
import type { Conversation, User } from '../workspace/model.ts';
import { conversationCalled, messageCalled } from './whereabouts.ts';

/** A person sends a message. Resolves when the app has heard of it. */
export async function say(
  engine: Engine,
  user: User,
  conversation: Conversation,
  text: string,
  threadTs?: string,
): Promise<void> {
  if (conversation.isArchived) throw new Error(`${conversation.name || conversation.id} is archived.`);
  if (text.trim() === '') throw new Error('There is nothing to send.');
  const { heard } = postMessage(engine, conversation, {
    userId: user.id,
    text: messageText(engine.workspace, text),
    threadTs,
  });
  await heard;
}

/** A person chooses one of the app's shortcuts, on a message where it is one for messages. */
export async function runShortcut(
  engine: Engine,
  user: User,
  callbackId: string,
  on?: { conversationId: string; ts: string },
): Promise<void> {
  const type = on ? 'message' : 'global';
  const offered = engine.workspace.app.installed
    ? engine.manifest.shortcuts.filter((shortcut) => shortcut.type === type)
    : [];
  const shortcut = offered.find((each) => each.callbackId === callbackId);
  if (!shortcut) {
    const names = offered.map((each) => each.callbackId).join(', ') || 'none';
    throw new Error(`The app has no ${type} shortcut ${callbackId}. It has: ${names}.`);
  }
  if (!on) return chooseShortcut(engine, user, shortcut);
  const conversation = conversationCalled(engine, user, on.conversationId);
  const message = messageCalled(conversation, user, on.ts);
  return chooseShortcut(engine, user, shortcut, { conversation, message });
}
