import { comparable } from './comparable.ts';
import type { FieldNames, TableKind } from './table-kind.ts';

const ofFields = new WeakMap<object, ReadonlySet<string>>();
const ofAll = new WeakMap<object, ReadonlySet<string>>();

/** The names that any file may use for the fields of its kind, as they are compared. */
export function fieldKeys<F extends string>(kind: TableKind<F>): ReadonlySet<string> {
  const known = ofFields.get(kind);
  if (known !== undefined) return known;
  const fields = Object.values<FieldNames<F>>(kind.fields);
  const keys = new Set(fields.flatMap(({ names, lastNames = [] }) => [...names, ...lastNames]).map(comparable));
  ofFields.set(kind, keys);
  return keys;
}

/** Those, and what the exports of known programs call them. */
export function allKeys<F extends string>(kind: TableKind<F>): ReadonlySet<string> {
  const known = ofAll.get(kind);
  if (known !== undefined) return known;
  const exports = (kind.presets ?? []).flatMap(({ names }) => Object.values<readonly string[] | undefined>(names));
  const keys = new Set([...fieldKeys(kind), ...exports.flatMap((names) => (names ?? []).map(comparable))]);
  ofAll.set(kind, keys);
  return keys;
}
