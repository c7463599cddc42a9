/** Reading JSON whose shape nobody promised. */
import type { Json, JsonObject } from './contract.ts';

/** True for an object that is neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list; unlike `Array.isArray` it narrows read-only lists too. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The object, or undefined. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return isObject(value) ? value : undefined;
}

/** The text, or undefined. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The list, or an empty one. */
export function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The objects in a list; anything else in it is left out. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter((entry): entry is JsonObject => isObject(entry));
}

/** The texts in a list; anything else in it is left out. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((entry): entry is string => typeof entry === 'string');
}

/** What the text says as JSON, or undefined if it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** The visible text of a text object, or of a plain string. */
export function wordsOf(value: Json | undefined): string | undefined {
  return textOf(value) ?? textOf(objectOf(value)?.['text']);
}
