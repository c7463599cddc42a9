import type { Json, JsonObject } from '../../contract.ts';
import { listAt, numberAt, objectAt, objectsAt, textAt, textsAt } from '../json.ts';
import type { StateValues } from '../surface.tsx';

/** In which key of Slack's state an element keeps its value, and from which key of the element it starts. */
const keys: Record<string, readonly [state: string, initial: string, kind: 'text' | 'number' | 'object' | 'list']> = {
  plain_text_input: ['value', 'initial_value', 'text'],
  email_text_input: ['value', 'initial_value', 'text'],
  url_text_input: ['value', 'initial_value', 'text'],
  number_input: ['value', 'initial_value', 'text'],
  rich_text_input: ['rich_text_value', 'initial_value', 'object'],
  datepicker: ['selected_date', 'initial_date', 'text'],
  timepicker: ['selected_time', 'initial_time', 'text'],
  datetimepicker: ['selected_date_time', 'initial_date_time', 'number'],
  static_select: ['selected_option', 'initial_option', 'object'],
  external_select: ['selected_option', 'initial_option', 'object'],
  users_select: ['selected_user', 'initial_user', 'text'],
  conversations_select: ['selected_conversation', 'initial_conversation', 'text'],
  channels_select: ['selected_channel', 'initial_channel', 'text'],
  radio_buttons: ['selected_option', 'initial_option', 'object'],
  multi_static_select: ['selected_options', 'initial_options', 'list'],
  multi_external_select: ['selected_options', 'initial_options', 'list'],
  multi_users_select: ['selected_users', 'initial_users', 'list'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', 'list'],
  multi_channels_select: ['selected_channels', 'initial_channels', 'list'],
  checkboxes: ['selected_options', 'initial_options', 'list'],
};

/** What an element holds before anybody touched it, in the form of Slack's state. */
export function initialValue(element: JsonObject): JsonObject {
  const type = textAt(element, 'type') ?? '';
  const [key, initial, kind] = keys[type] ?? ['value', 'initial_value', 'text'];
  const readers: Record<typeof kind, () => Json> = {
    text: () => textAt(element, initial) ?? null,
    number: () => numberAt(element, initial) ?? null,
    object: () => objectAt(element, initial) ?? null,
    list: () => listAt(element, initial),
  };
  return { type, [key]: readers[kind]() };
}

/** Every element with a value among blocks, with the block that holds it. */
export function statefulElements(blocks: readonly JsonObject[]): readonly { blockId: string; element: JsonObject }[] {
  return blocks.flatMap((block) => {
    if (textAt(block, 'type') === 'container') return statefulElements(objectsAt(block, 'child_blocks'));
    const single = ['element', 'accessory']
      .map((key) => objectAt(block, key))
      .filter((element) => element !== undefined);
    const elements = [...single, ...(textAt(block, 'type') === 'actions' ? objectsAt(block, 'elements') : [])];
    return elements
      .filter((element) => keys[textAt(element, 'type') ?? ''] !== undefined)
      .map((element) => ({ blockId: textAt(block, 'block_id') ?? '', element }));
  });
}

/** The whole `state.values` of blocks: what was typed, and what stood there before. */
export function wholeState(
  blocks: readonly JsonObject[],
  typed: (blockId: string, actionId: string) => JsonObject | undefined,
): StateValues {
  const values: StateValues = {};
  for (const { blockId, element } of statefulElements(blocks)) {
    const actionId = textAt(element, 'action_id') ?? '';
    values[blockId] = { ...values[blockId], [actionId]: typed(blockId, actionId) ?? initialValue(element) };
  }
  return values;
}

/** The values that identify what a list of options holds. */
export function chosenValues(value: JsonObject, key: string): readonly string[] {
  const options = objectsAt(value, key).map((option) => textAt(option, 'value') ?? '');
  return options.length > 0 ? options : textsAt(value, key);
}
