import type { InputValue, Json, JsonObject } from '../contract.ts';
import { bare, chooseOption } from './options.ts';
import { listOf, objectOf, objectsOf } from '../json.ts';
import type { Values } from '../workspace/model.ts';
import { placedElements } from './placed.ts';
import type { Placed } from './placed.ts';

/** How the value of one type of element is called in state.values, in actions, and as an initial value. */
interface ValueField {
  field: string;
  initial: string;
  holds: 'text' | 'option' | 'options' | 'texts' | 'seconds' | 'object';
}

const single = (field: string, initial: string, holds: ValueField['holds'] = 'text'): ValueField => ({
  field,
  initial,
  holds,
});

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
const valueFields: Readonly<Record<string, ValueField>> = {
  plain_text_input: single('value', 'initial_value'),
  email_text_input: single('value', 'initial_value'),
  url_text_input: single('value', 'initial_value'),
  number_input: single('value', 'initial_value'),
  rich_text_input: single('rich_text_value', 'initial_value', 'object'),
  datepicker: single('selected_date', 'initial_date'),
  timepicker: single('selected_time', 'initial_time'),
  datetimepicker: single('selected_date_time', 'initial_date_time', 'seconds'),
  static_select: single('selected_option', 'initial_option', 'option'),
  external_select: single('selected_option', 'initial_option', 'option'),
  radio_buttons: single('selected_option', 'initial_option', 'option'),
  users_select: single('selected_user', 'initial_user'),
  conversations_select: single('selected_conversation', 'initial_conversation'),
  channels_select: single('selected_channel', 'initial_channel'),
  multi_static_select: single('selected_options', 'initial_options', 'options'),
  multi_external_select: single('selected_options', 'initial_options', 'options'),
  checkboxes: single('selected_options', 'initial_options', 'options'),
  multi_users_select: single('selected_users', 'initial_users', 'texts'),
  multi_conversations_select: single('selected_conversations', 'initial_conversations', 'texts'),
  multi_channels_select: single('selected_channels', 'initial_channels', 'texts'),
};

/** True for an element that keeps what was typed or chosen (a button does not). */
export function isStateful(placed: Placed): boolean {
  return valueFields[placed.type] !== undefined;
}

/** The name of the field that carries the element's value. */
export function valueFieldOf(type: string): string | undefined {
  return type === 'overflow' ? 'selected_option' : valueFields[type]?.field;
}

/** The element's value in state.values: what was entered, else its initial value. */
export function stateOf(placed: Placed, entered: Values): JsonObject {
  const spec = valueFields[placed.type];
  if (!spec) return { type: placed.type };
  const typed = entered[placed.blockId]?.[placed.actionId];
  if (typed && typed['type'] === placed.type) return typed;
  const initial = placed.element[spec.initial];
  if (spec.holds === 'options') {
    return { type: placed.type, [spec.field]: objectsOf(initial).map((option) => bare(option)) };
  }
  if (spec.holds === 'texts') return { type: placed.type, [spec.field]: listOf(initial) };
  const option = objectOf(initial);
  if (spec.holds === 'option') return { type: placed.type, [spec.field]: option ? bare(option) : null };
  return { type: placed.type, [spec.field]: initial ?? null };
}

/** `state.values` of all input blocks, and of selects and the like in sections and actions, as Slack sends it. */
export function stateValues(blocks: readonly JsonObject[], entered: Values): Values {
  const values: Values = {};
  for (const placed of placedElements(blocks)) {
    if (!isStateful(placed)) continue;
    values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: stateOf(placed, entered) };
  }
  return values;
}

/** What a person entered, in the sandbox's words, as the element's value. Throws a sentence if it does not fit. */
export function enteredValue(placed: Placed, input: InputValue): JsonObject {
  const spec =
    valueFields[placed.type] ?? (placed.type === 'overflow' ? single('selected_option', '', 'option') : undefined);
  if (!spec) throw new Error(`Nothing can be entered into a ${placed.type}.`);
  return { type: placed.type, [spec.field]: convert(placed, spec, input) };
}

function convert(placed: Placed, spec: ValueField, input: InputValue): Json {
  if (spec.holds === 'options' || spec.holds === 'texts') {
    const wanted = typeof input === 'string' ? [input] : (input ?? []);
    if (spec.holds === 'texts' || placed.type.includes('external')) return wanted;
    return wanted.map((each) => chooseOption(placed.element, each));
  }
  if (input === null) return null;
  if (typeof input !== 'string') throw new Error(`A ${placed.type} takes one value, not a list.`);
  if (spec.holds === 'option') return chooseOption(placed.element, input);
  if (spec.holds === 'seconds') return Number(input);
  if (spec.holds === 'object') return richText(input);
  return input === '' ? null : input;
}

/** Plain words as a rich text block, as Slack's editor makes of them. */
export function richText(words: string): JsonObject {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] };
}
