import { optionsOf } from '../block-elements/options.ts';
import type { Placed } from '../block-elements/placed.ts';
import { textOf, wordsOf } from '../json.ts';

/** An element in words, for error messages: `static_select “Pick a person” (block_id person, action_id value)`. */
export function describe(placed: Placed): string {
  const options = optionsOf(placed.element).map((option) => wordsOf(option['text']) ?? textOf(option['value']));
  const names = placed.names.map((name) => `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`);
  const among = options.length > 0 ? ` of ${options.slice(0, 12).join(' / ')}` : '';
  return `${placed.type} ${names.join(' ')} (block_id ${placed.blockId}, action_id ${placed.actionId})${among}`;
}

/** A list of elements, one a line. */
export function describeAll(placed: readonly Placed[]): string {
  return placed.length === 0 ? '  nothing' : placed.map((each) => `  ${describe(each)}`).join('\n');
}
