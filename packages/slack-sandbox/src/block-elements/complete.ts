import type { Json, JsonObject } from '../contract.ts';
import { isList, isObject, objectsOf } from '../json.ts';

const interactive = /^(button|workflow_button|icon_button|feedback_buttons|checkboxes|radio_buttons|overflow)$/;
const entered = /(picker|_select|_input)$/;

/** True for an element that a person can press, choose in or type into. */
export function isInteractive(type: string): boolean {
  return interactive.test(type) || entered.test(type);
}

/**
 * Blocks as Slack hands them back: with a block_id on every block, an action_id on every interactive element, and the
 * defaults of text objects written out.
 */
export function completeBlocks(blocks: readonly JsonObject[], next: (prefix: string) => string): readonly JsonObject[] {
  return blocks.map((block) => {
    const identified = { block_id: next('').slice(0, 5), ...block };
    const filled = fill(identified, next);
    if (!isObject(filled)) return identified;
    const children = filled['child_blocks'];
    return children === undefined ? filled : { ...filled, child_blocks: completeBlocks(objectsOf(children), next) };
  });
}

function fill(value: Json, next: (prefix: string) => string): Json {
  if (isList(value)) return value.map((entry) => fill(entry, next));
  if (!isObject(value)) return value;
  const object = Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [key, key === 'private_metadata' ? entry : fill(entry ?? null, next)]),
  );
  const type = object['type'];
  if (type === 'plain_text') return { emoji: true, ...object };
  if (type === 'mrkdwn') return { verbatim: false, ...object };
  if (typeof type === 'string' && isInteractive(type) && object['action_id'] === undefined) {
    return { ...object, action_id: next('').slice(0, 5) };
  }
  return object;
}
