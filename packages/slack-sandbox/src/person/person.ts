import type { SandboxUser } from '../contract.ts';
import { messagesFor, pageMessage, pageView } from '../browser/shapes.ts';
import type { Engine } from '../engine.ts';
import { closeView } from '../interactions/closing.ts';
import { enterCommand } from '../interactions/command.ts';
import { openHome } from '../interactions/home.ts';
import { changeMember } from '../interactions/members.ts';
import { submitView } from '../interactions/submission.ts';
import { messagesSeenBy } from '../workspace/conversations.ts';
import { modalsOf } from '../workspace/views.ts';
import { isTimeZone } from '../web-api/shapes/zone.ts';
import { runShortcut, say } from './doings.ts';
import { fill } from './fill.ts';
import { press } from './press.ts';
import { conversationCalled, topModal, userCalled } from './whereabouts.ts';

/** A person at the keyboard. Throws for somebody who is not there. */
export function createPerson(engine: Engine, userId: string): SandboxUser {
  const user = userCalled(engine, userId);
  const { workspace } = engine;
  return {
    id: user.id,
    command: (command, text = '', conversationId) =>
      enterCommand(engine, user, conversationCalled(engine, user, conversationId), command, text),
    send: (text, conversationId, threadTs) =>
      say(engine, user, conversationCalled(engine, user, conversationId), text, threadTs),
    openHome: () => openHome(engine, user),
    async shortcut(callbackId, message) {
      await runShortcut(engine, user, callbackId, message);
    },
    press: async (target) => press(engine, user, target),
    fill: (values) => fill(engine, topModal(engine, user), values),
    async submit() {
      const view = topModal(engine, user);
      if (!view.submit) throw new Error('The open modal has no submit button.');
      await submitView(engine, user, view);
      return Object.keys(view.errors).length > 0 ? { errors: { ...view.errors } } : {};
    },
    close: async () => closeView(engine, user, topModal(engine, user), false),
    setStatus: ({ text = '', emoji = '', expiresAt }) =>
      changeMember(engine, user, {
        statusText: text,
        statusEmoji: emoji,
        statusExpiration: expiresAt === undefined ? 0 : Math.floor(Date.parse(expiresAt) / 1000),
      }),
    async setTimeZone(timeZone) {
      if (!isTimeZone(timeZone)) throw new Error(`There is no time zone ${timeZone}.`);
      await changeMember(engine, user, { timeZone });
    },
    messages: (conversationId) => messagesFor(engine, conversationCalled(engine, user, conversationId), user.id),
    newest() {
      const newest = messagesSeenBy(conversationCalled(engine, user), user.id).at(-1);
      return newest && pageMessage(workspace, newest);
    },
    home() {
      const view = workspace.homes.get(user.id);
      return view && pageView(view);
    },
    modal() {
      const view = modalsOf(workspace, user.id).at(-1);
      return view && pageView(view);
    },
    notices: () => (workspace.notices.get(user.id) ?? []).map((notice) => notice.text),
  };
}
