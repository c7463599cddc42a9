import type { JsonObject } from '../contract.ts';
import { constraintErrors } from '../block-elements/constraints.ts';
import { placedElements } from '../block-elements/placed.ts';
import { stateOf } from '../block-elements/values.ts';
import type { Engine } from '../engine.ts';
import { objectOf, textOf } from '../json.ts';
import { limits } from '../limits.ts';
import type { User, View } from '../workspace/model.ts';
import { createView, modalsOf, replaceContent, setModals } from '../workspace/views.ts';
import { acceptView } from '../web-api/methods/views.ts';
import { viewObject } from '../web-api/shapes/view.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { notify, troubleConnecting } from './notices.ts';
import { commonPayload } from './payload.ts';

/**
 * A person submits a modal. Slack's client asks for what is missing before anything is sent;
 * https://docs.slack.dev/surfaces/modals#handling_submissions
 */
export async function submitView(engine: Engine, user: User, view: View): Promise<void> {
  view.errors = constraintErrors(view.blocks, view.values);
  engine.changes.changed();
  if (Object.keys(view.errors).length > 0) return;
  view.waiting = true;
  engine.changes.changed();
  const outcome = await engine.deliver({
    kind: 'interactive',
    name: 'view_submission',
    takesAnswer: true,
    body: {
      type: 'view_submission',
      ...commonPayload(engine, user, 'view'),
      trigger_id: engine.triggers.create(user.id),
      view: viewObject(engine.workspace, view),
      response_urls: responseUrls(engine, user, view),
    },
  });
  view.waiting = false;
  engine.changes.changed();
  const failed = !outcome.acknowledged || !follow(engine, user, view, objectOf(outcome.payload) ?? {});
  if (failed) notify(engine, user.id, troubleConnecting);
}

/** Does what the acknowledgement says. False if it says nothing that Slack understands. */
function follow(engine: Engine, user: User, view: View, answer: JsonObject): boolean {
  const stack = modalsOf(engine.workspace, user.id);
  if (!stack.includes(view)) return true;
  switch (answer['response_action']) {
    case undefined:
      setModals(
        engine,
        user.id,
        stack.filter((each) => each !== view),
      );
      return true;
    case 'clear':
      setModals(engine, user.id, []);
      return true;
    case 'errors':
      return showErrors(engine, view, objectOf(answer['errors']));
    case 'update':
      return tryView(() => replaceContent(engine, view, acceptView(engine, answer['view'], 'modal')));
    case 'push':
      if (stack.length >= limits.modalStack) return false;
      return tryView(() => {
        const pushed = createView(engine, user.id, acceptView(engine, answer['view'], 'modal'), view);
        setModals(engine, user.id, [...stack, pushed]);
      });
    default:
      return false;
  }
}

function showErrors(engine: Engine, view: View, errors: JsonObject | undefined): boolean {
  const inputs = new Set(placedElements(view.blocks).flatMap((placed) => (placed.isInput ? [placed.blockId] : [])));
  const entries = Object.entries(errors ?? {});
  if (entries.length === 0 || entries.some(([blockId, words]) => !inputs.has(blockId) || !textOf(words))) return false;
  view.errors = Object.fromEntries(entries.map(([blockId, words]) => [blockId, textOf(words) ?? '']));
  engine.changes.changed();
  return true;
}

function tryView(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof SlackError) return false;
    throw error;
  }
}

/** One address per conversation chosen in an input that asks for it. */
function responseUrls(engine: Engine, user: User, view: View): readonly JsonObject[] {
  return placedElements(view.blocks).flatMap((placed) => {
    if (placed.element['response_url_enabled'] !== true) return [];
    const state = stateOf(placed, view.values);
    const channel = textOf(state['selected_conversation']) ?? textOf(state['selected_channel']);
    if (channel === undefined) return [];
    const address = { userId: user.id, conversationId: channel };
    return [
      {
        block_id: placed.blockId,
        action_id: placed.actionId,
        channel_id: channel,
        response_url: engine.responseUrls.create(address),
      },
    ];
  });
}
