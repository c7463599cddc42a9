import type { InputValue, JsonObject } from '../contract.ts';
import type { Placed } from '../block-elements/placed.ts';
import { enteredValue } from '../block-elements/values.ts';
import type { Engine } from '../engine.ts';
import { objectOf, wordsOf } from '../json.ts';

/** The value field of what a person chose or typed. Throws a sentence for what is not there to choose. */
export function chosenValue(engine: Engine, placed: Placed, chosen: InputValue): JsonObject {
  if (placed.type === 'feedback_buttons') return feedback(placed, chosen);
  refuseUnknown(engine, placed, chosen);
  return enteredValue(placed, chosen);
}

function feedback(placed: Placed, chosen: InputValue): JsonObject {
  const buttons = ['positive_button', 'negative_button'].map((name) => objectOf(placed.element[name]) ?? {});
  const button = buttons.find((each) => each['value'] === chosen || wordsOf(each['text']) === chosen);
  if (!button) throw new Error(`There is no such button: ${String(chosen)}.`);
  return { value: button['value'], text: button['text'] };
}

/** A person's or conversation's select offers what the workspace has. */
function refuseUnknown(engine: Engine, placed: Placed, chosen: InputValue): void {
  const { users, conversations } = engine.workspace;
  const offered = placed.type.endsWith('users_select')
    ? users
    : /(conversations|channels)_select$/.test(placed.type)
      ? conversations
      : undefined;
  if (!offered || chosen === null) return;
  for (const id of typeof chosen === 'string' ? [chosen] : chosen) {
    if (!offered.has(id))
      throw new Error(`A ${placed.type} does not offer ${id}, but: ${[...offered.keys()].join(', ')}.`);
  }
}
