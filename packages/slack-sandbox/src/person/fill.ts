import type { InputValue } from '../contract.ts';
import { placedElements } from '../block-elements/placed.ts';
import type { Placed } from '../block-elements/placed.ts';
import { isStateful } from '../block-elements/values.ts';
import type { Engine } from '../engine.ts';
import { enter } from '../interactions/action.ts';
import type { View } from '../workspace/model.ts';
import { chosenValue } from './choice.ts';
import { describeAll } from './describe.ts';

/** A person types into a view's inputs, named by block_id, by label or by action_id. Sends nothing. */
export function fill(engine: Engine, view: View, values: Record<string, InputValue>): void {
  for (const [key, input] of Object.entries(values)) {
    const placed = inputCalled(view, key);
    enter(view.values, placed, chosenValue(engine, placed, input));
    delete view.errors[placed.blockId];
  }
  engine.changes.changed();
}

function inputCalled(view: View, key: string): Placed {
  const inputs = placedElements(view.blocks).filter((placed) => isStateful(placed));
  const byBlock = inputs.filter((placed) => placed.blockId === key);
  const byName = inputs.filter((placed) => placed.names.includes(key));
  const byAction = inputs.filter((placed) => placed.actionId === key);
  const found = [byBlock, byName, byAction].find((each) => each.length > 0) ?? [];
  const [placed] = found;
  if (!placed) throw new Error(`There is no input “${key}”. There is:\n${describeAll(inputs)}`);
  if (found.length > 1) throw new Error(`“${key}” means ${found.length} inputs:\n${describeAll(found)}`);
  return placed;
}
