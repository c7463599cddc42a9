import type { Json, JsonObject } from '../contract.ts';

/** Blocks come from an app and may hold anything: these read a key and answer nothing where its type is another. */
export function textAt(holder: JsonObject | undefined, key: string): string | undefined {
  const value = holder?.[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberAt(holder: JsonObject | undefined, key: string): number | undefined {
  const value = holder?.[key];
  return typeof value === 'number' ? value : undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectAt(holder: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = holder?.[key];
  return isObject(value) ? value : undefined;
}

export function listAt(holder: JsonObject | undefined, key: string): readonly Json[] {
  const value = holder?.[key];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function objectsAt(holder: JsonObject | undefined, key: string): readonly JsonObject[] {
  return listAt(holder, key).filter(isObject);
}

export function textsAt(holder: JsonObject | undefined, key: string): readonly string[] {
  return listAt(holder, key).filter((value) => typeof value === 'string');
}

/** The words of a text object, e.g. a button's or a label's. */
export function wordsAt(holder: JsonObject | undefined, key: string): string | undefined {
  return textAt(objectAt(holder, key), 'text');
}

/** An object without the keys that hold undefined, as it would travel. */
export function compact(holder: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(holder).filter(([, value]) => value !== undefined));
}
