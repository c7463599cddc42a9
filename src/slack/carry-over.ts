import type { Field } from '../behaviours/field.ts';
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
 * go into the first text field that has room.
 */
export function carryOver(from: readonly Field[], to: readonly Field[], typed: FormValues): CarriedOver {
  const values: Record<string, FormValues[string]> = {};
  const left: string[] = [];
  for (const field of to) {
    const value = typed[field.id];
    if (value !== undefined && from.some(({ id, kind }) => id === field.id && kind === field.kind))
      values[field.id] = value;
  }
  for (const field of from) {
    const text = typed[field.id];
    if (field.kind !== 'text' || typeof text !== 'string' || text.trim() === '' || values[field.id] === text) continue;
    const place = to.find(({ id, kind }) => kind === 'text' && joined(values[id], text).length <= limits.inputText);
    if (place === undefined) left.push(text);
    else values[place.id] = joined(values[place.id], text);
  }
  return { values, left };
}

function joined(before: FormValues[string] | undefined, text: string): string {
  return typeof before === 'string' && before !== '' ? `${before}\n${text}` : text;
}
