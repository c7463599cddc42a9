/** Finding what a person names. Every miss throws a sentence that says what there is. */
import type { Engine } from '../engine.ts';
import { conversationsOf, directWithApp, findMessage } from '../workspace/conversations.ts';
import type { Conversation, Message, User, View } from '../workspace/model.ts';
import { findView, modalsOf } from '../workspace/views.ts';

/** A member of the workspace. */
export function userCalled(engine: Engine, userId: string): User {
  const user = engine.workspace.users.get(userId);
  if (user) return user;
  throw new Error(`There is no user ${userId}. There is: ${[...engine.workspace.users.keys()].join(', ')}.`);
}

/** A conversation the person is in; left out: the one with the app. */
export function conversationCalled(engine: Engine, user: User, conversationId?: string): Conversation {
  if (conversationId === undefined) return directWithApp(engine.workspace, user.id, engine.clock.now());
  const own = conversationsOf(engine.workspace, user.id);
  const found = own.find((conversation) => conversation.id === conversationId);
  if (found) return found;
  const names = own.map((conversation) =>
    conversation.name ? `${conversation.id} (#${conversation.name})` : conversation.id,
  );
  throw new Error(`${user.name} is in no conversation ${conversationId}, but in: ${names.join(', ') || 'none'}.`);
}

/** A message the person sees. */
export function messageCalled(conversation: Conversation, user: User, ts: string): Message {
  const message = findMessage(conversation, ts);
  if (message && (message.ephemeralFor === undefined || message.ephemeralFor === user.id)) return message;
  throw new Error(`${user.name} sees no message ${ts} in ${conversation.id}.`);
}

/** A modal or Home of the person by id. */
export function viewCalled(engine: Engine, user: User, viewId: string): View {
  const view = findView(engine.workspace, (each) => each.id === viewId && each.userId === user.id);
  if (view) return view;
  throw new Error(`${user.name} has no view ${viewId} open.`);
}

/** A modal the person has open, by id. */
export function modalCalled(engine: Engine, user: User, viewId: string): View {
  const view = modalsOf(engine.workspace, user.id).find((each) => each.id === viewId);
  if (view) return view;
  throw new Error(`${user.name} has no modal ${viewId} open.`);
}

/** The modal on top. */
export function topModal(engine: Engine, user: User): View {
  const view = modalsOf(engine.workspace, user.id).at(-1);
  if (view) return view;
  const notices = engine.workspace.notices.get(user.id) ?? [];
  const told = notices.length > 0 ? ` Slack said last: “${notices.at(-1)?.text}”.` : '';
  throw new Error(`${user.name} has no modal open.${told}`);
}
