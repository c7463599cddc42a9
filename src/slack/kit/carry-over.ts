import type { Field } from '../../behaviours/field.ts';
import type { FormValues } from './form.ts';
import { limits } from './limits.ts';

/** What was typed, placed in another form. */
export interface CarriedOver {
  readonly values: FormValues;
  /** Words for which the other form has no room, to be shown so that they can be copied. */
  readonly left: readonly string[];
}

/**
 * The kind of entry was changed while the form was being filled in: what has a field of the same name stays there, other words
 * go into the first new text field that has room. Not into one that stays: Slack keeps what stands in it, whatever we fill in.
 */
export function carryOver(from: readonly Field[], to: readonly Field[], typed: FormValues): CarriedOver {
  const stays = (field: Field) => from.some(({ id, kind }) => id === field.id && kind === field.kind);
  const values: Record<string, FormValues[string]> = {};
  for (const field of to) {
    const value = typed[field.id];
    if (value !== undefined && stays(field)) values[field.id] = value;
  }
  const left: string[] = [];
  for (const field of from) {
    const text = typed[field.id];
    if (field.kind !== 'text' || typeof text !== 'string' || text.trim() === '' || field.id in values) continue;
    const place = to.find(
      (other) => other.kind === 'text' && !stays(other) && joined(values[other.id], text).length <= limits.inputText,
    );
    if (place === undefined) left.push(text);
    else values[place.id] = joined(values[place.id], text);
  }
  return { values, left };
}

function joined(before: FormValues[string] | undefined, text: string): string {
  return typeof before === 'string' && before !== '' ? `${before}\n${text}` : text;
}
