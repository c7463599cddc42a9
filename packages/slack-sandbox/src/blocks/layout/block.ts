/** What every block has. */
import { limits } from '../limits.ts';
import type { Check, Rule } from '../schema/check.ts';
import { typed, type Fields } from '../schema/structures.ts';
import { filled } from '../schema/values.ts';

/** A block of this type: its own members and a block_id. */
export function block(type: string, fields: Fields, ...rules: readonly Rule[]): Check {
  return typed(type, { block_id: filled(limits.blockId), ...fields }, ...rules);
}
