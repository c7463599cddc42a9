/** Short ways to validate in tests. */
import type { BlockProblem, Json, JsonObject, Surface } from '../../src/contract.ts';
import { validateMessage, validateView } from '../../src/blocks/validate.ts';
import { isArray, isObject } from '../../src/blocks/schema/check.ts';
import { home, modal } from './examples.ts';

/** The problems of blocks on a surface; pointers start at the blocks' array. */
export function problemsOn(surface: Surface, ...blocks: readonly Json[]): BlockProblem[] {
  if (surface === 'message') return validateMessage({ blocks });
  const problems = validateView(surface === 'modal' ? modal(...blocks) : home(...blocks), surface);
  return problems.map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/view/, ''), message }));
}

/** Every object inside a value, with its pointer. */
export function objectsIn(value: Json | undefined, pointer = ''): { pointer: string; value: JsonObject }[] {
  if (isArray(value)) return value.flatMap((item, index) => objectsIn(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([name, member]) => objectsIn(member, `${pointer}/${name}`));
  return [{ pointer, value }, ...inside];
}

/** A copy in which the value at the pointer is another. */
export function changed(value: Json | undefined, pointer: string, change: (old: Json | undefined) => Json): Json {
  const [, name, rest = ''] = /^\/([^/]*)(.*)$/.exec(pointer) ?? [];
  if (name === undefined) return change(value);
  if (isArray(value)) return value.map((item, index) => (String(index) === name ? changed(item, rest, change) : item));
  if (!isObject(value)) throw new Error(`nothing at ${pointer}`);
  return { ...value, [name]: changed(value[name], rest, change) };
}

/** A copy in which the object at the pointer has a member that no object has. */
export function withSurprise(value: Json, pointer: string): Json {
  return changed(value, pointer, (old) => (isObject(old) ? { ...old, surprise: 1 } : null));
}

/** The type of an example, as text. */
export function typeOf(value: JsonObject): string {
  const type = value['type'];
  if (typeof type !== 'string') throw new Error('an example without a type');
  return type;
}
