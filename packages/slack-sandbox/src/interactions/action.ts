import type { JsonObject } from '../contract.ts';
import { allBlocks } from '../block-elements/placed.ts';
import type { Placed } from '../block-elements/placed.ts';
import { isStateful, stateValues, valueFieldOf } from '../block-elements/values.ts';
import type { Engine } from '../engine.ts';
import type { Conversation, Message, User, Values, View } from '../workspace/model.ts';
import { messageObject } from '../web-api/shapes/message.ts';
import { viewObject } from '../web-api/shapes/view.ts';
import { notify } from './notices.ts';
import { actionTimestamp, channelPayload, commonPayload } from './payload.ts';

/** Where a person acts: on a message or in a view. */
export type ActionPlace = { conversation: Conversation; message: Message } | { view: View };

/** What Slack says when a press in a message or a view comes to nothing. */
const pressFailed = 'Sorry, that didn’t work. Try again?';

/**
 * A person uses an element; https://docs.slack.dev/reference/interaction-payloads/block_actions-payload. `value` is its
 * value field, for elements that have one.
 */
export async function useElement(
  engine: Engine,
  user: User,
  place: ActionPlace,
  placed: Placed,
  value: JsonObject,
): Promise<void> {
  if (isStateful(placed)) remember(engine, user, place, placed, value);
  if (!placed.dispatches) return;
  const outcome = await engine.deliver({
    kind: 'interactive',
    name: 'block_actions',
    takesAnswer: false,
    body: {
      type: 'block_actions',
      ...commonPayload(engine, user, 'view' in place ? 'view' : 'elsewhere'),
      trigger_id: engine.triggers.create(user.id),
      ...('view' in place ? viewPlace(engine, place.view) : messagePlace(engine, user, place)),
      actions: [actionOf(engine, placed, value)],
    },
  });
  if (!outcome.acknowledged) notify(engine, user.id, pressFailed);
}

function viewPlace(engine: Engine, view: View): JsonObject {
  return { container: { type: 'view', view_id: view.id }, view: viewObject(engine.workspace, view) };
}

function messagePlace(
  engine: Engine,
  user: User,
  { conversation, message }: { conversation: Conversation; message: Message },
): JsonObject {
  const address = { userId: user.id, conversationId: conversation.id, messageTs: message.ts };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: conversation.id,
      is_ephemeral: message.ephemeralFor !== undefined,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    channel: channelPayload(conversation),
    // Slack sends no content of an ephemeral message.
    ...(message.ephemeralFor === undefined ? { message: messageObject(engine, message, true) } : {}),
    state: { values: stateValues(allBlocks(message), message.values.get(user.id) ?? {}) },
    response_url: engine.responseUrls.create(address),
  };
}

function actionOf(engine: Engine, placed: Placed, value: JsonObject): JsonObject {
  const { element } = placed;
  const kept = ['text', 'value', 'style', 'url', 'placeholder', 'icon', 'confirm'].filter((key) => key in element);
  const initial = Object.keys(element).filter((key) => key.startsWith('initial_') && key !== 'initial_value');
  const field = valueFieldOf(placed.type);
  return {
    type: placed.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
    ...Object.fromEntries([...kept, ...initial].map((key) => [key, element[key]])),
    ...(field === undefined ? {} : { [field]: value[field] ?? null }),
    ...(placed.type === 'feedback_buttons' ? { value: value['value'], text: value['text'] } : {}),
    action_ts: actionTimestamp(engine),
  };
}

function remember(engine: Engine, user: User, place: ActionPlace, placed: Placed, value: JsonObject): void {
  if ('view' in place) enter(place.view.values, placed, value);
  else {
    const values = place.message.values.get(user.id) ?? {};
    enter(values, placed, value);
    place.message.values.set(user.id, values);
  }
  engine.changes.changed();
}

/** Notes what was entered into an element. */
export function enter(values: Values, placed: Placed, value: JsonObject): void {
  const field = valueFieldOf(placed.type);
  if (field === undefined) return;
  values[placed.blockId] = {
    ...values[placed.blockId],
    [placed.actionId]: { type: placed.type, [field]: value[field] ?? null },
  };
}
