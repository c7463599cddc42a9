import type { JsonObject, PageAct, PageView } from '../contract.ts';
import { allBlocks, findPlaced, findPressed } from '../block-elements/placed.ts';
import type { Engine } from '../engine.ts';
import { useElement } from '../interactions/action.ts';
import type { ActionPlace } from '../interactions/action.ts';
import { closeView } from '../interactions/closing.ts';
import { enterCommand } from '../interactions/command.ts';
import { openHome } from '../interactions/home.ts';
import { submitView } from '../interactions/submission.ts';
import { textOf } from '../json.ts';
import { createAdmin } from '../person/admin.ts';
import { runShortcut, say } from '../person/doings.ts';
import { createPerson } from '../person/person.ts';
import { conversationCalled, messageCalled, modalCalled, userCalled, viewCalled } from '../person/whereabouts.ts';
import { openDirect } from '../workspace/conversations.ts';
import type { User, View } from '../workspace/model.ts';
import { modalsOf } from '../workspace/views.ts';

/** Does what a person did in the page. Throws a sentence for what cannot be done. */
export async function act(engine: Engine, doing: PageAct): Promise<void> {
  if (doing.do === 'clock') return moveClock(engine, doing.moveTo);
  if (doing.do === 'uninstall') return engine.installing.uninstall('app_uninstalled');
  if (doing.do === 'deactivate' || doing.do === 'reactivate')
    return createAdmin(engine).deactivate(doing.userId, doing.do === 'deactivate');
  const user = userCalled(engine, doing.as);
  const conversation = (id: string) => conversationCalled(engine, user, id);
  switch (doing.do) {
    case 'send':
      return say(engine, user, conversation(doing.conversationId), doing.text, doing.threadTs);
    case 'command':
      return enterCommand(engine, user, conversation(doing.conversationId), doing.command, doing.text);
    case 'read':
      conversation(doing.conversationId).read.set(user.id, engine.identifiers.timestamp(engine.clock.now()));
      return engine.changes.changed();
    case 'open-direct':
      openDirect(engine.workspace, user.id, userCalled(engine, doing.userId).id, engine.clock.now());
      return engine.changes.changed();
    case 'open-home':
      return openHome(engine, user);
    case 'shortcut':
      return runShortcut(engine, user, doing.callbackId, doing.message);
    case 'action':
      return press(engine, user, placeOf(engine, user, doing.place), doing.action);
    case 'values':
      return keep(engine, viewCalled(engine, user, doing.viewId), doing.values);
    case 'submit': {
      const view = modalCalled(engine, user, doing.viewId);
      keep(engine, view, doing.values);
      return submitView(engine, user, view);
    }
    case 'close': {
      const view = modalsOf(engine.workspace, user.id).find(({ id }) => id === doing.viewId);
      // Two presses of Escape, faster than the page is drawn anew.
      return view && closeView(engine, user, view, doing.wholeStack);
    }
    case 'dismiss-notice': {
      const notices = engine.workspace.notices.get(user.id) ?? [];
      engine.workspace.notices.set(
        user.id,
        notices.filter((notice) => notice.number !== doing.number),
      );
      return engine.changes.changed();
    }
    case 'status':
      return createPerson(engine, user.id).setStatus({ text: doing.text, emoji: doing.emoji });
    case 'time-zone':
      return createPerson(engine, user.id).setTimeZone(doing.timeZone);
  }
}

function moveClock(engine: Engine, instant: string): void {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) throw new Error(`${instant} is no instant.`);
  engine.clock.moveTo(date);
}

function placeOf(
  engine: Engine,
  user: User,
  place: { messageTs: string; conversationId: string } | { viewId: string },
): ActionPlace {
  if ('viewId' in place) return { view: viewCalled(engine, user, place.viewId) };
  const conversation = conversationCalled(engine, user, place.conversationId);
  return { conversation, message: messageCalled(conversation, user, place.messageTs) };
}

function press(engine: Engine, user: User, place: ActionPlace, action: JsonObject): Promise<void> {
  const blocks = 'view' in place ? place.view.blocks : allBlocks(place.message);
  const placed =
    findPlaced(blocks, textOf(action['block_id']), textOf(action['action_id'])) ?? findPressed(blocks, action);
  if (!placed) throw new Error('That’s no longer there: the message has changed.');
  return useElement(engine, user, place, placed, action);
}

/** Keeps what was typed, for elements that are there. */
function keep(engine: Engine, view: View, values: PageView['values']): void {
  for (const [blockId, actions] of Object.entries(values)) {
    for (const [actionId, value] of Object.entries(actions)) {
      if (findPlaced(view.blocks, blockId, actionId)?.type !== value['type']) continue;
      view.values[blockId] = { ...view.values[blockId], [actionId]: value };
    }
  }
  engine.changes.changed();
}
