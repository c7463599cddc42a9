/** The core of the schema language: what a check is, how it reports, and the words it uses. */
import type { BlockProblem, Json, JsonObject, Surface } from '../../contract.ts';

/** What a run of checks shares. */
export interface Inspection {
  readonly surface: Surface;
  readonly problems: BlockProblem[];
}

/** Looks at one value and adds what is wrong with it to the inspection's problems. */
export type Check = (value: Json, pointer: string, inspection: Inspection) => void;

/** A check of an object's members against each other; it only runs on objects. */
export type Rule = (value: JsonObject, pointer: string, inspection: Inspection) => void;

/** Adds a problem. */
export function report(inspection: Inspection, pointer: string, message: string): void {
  inspection.problems.push({ pointer, message });
}

/** Whether a value is an object and not an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an array (the built-in check loses the element type of a readonly array). */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The objects of an array, each with its index; nothing for any other value. */
export function objectsOf(value: Json | undefined): { index: number; value: JsonObject }[] {
  if (!isArray(value)) return [];
  return value.flatMap((item, index) => (isObject(item) ? [{ index, value: item }] : []));
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (isArray(left) && isArray(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (isObject(left) && isObject(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => isSame(left[key], right[key]));
  }
  return left === right;
}

/** Slack's words for what it refuses. */
export const words = {
  longerThan: (maximum: number): string => `must be less than ${maximum + 1} characters`,
  shorterThan: (minimum: number): string => `must be more than ${minimum - 1} characters`,
  moreItems: (maximum: number): string => `no more than ${maximum} items allowed`,
  fewerItems: (minimum: number): string => `must provide at least ${minimum} items`,
  below: (minimum: number): string => `must be at least ${minimum}`,
  above: (maximum: number): string => `must be no more than ${maximum}`,
  unsupported: (type: string): string => `unsupported type: ${type}`,
  missing: (field: string): string => `missing required field: ${field}`,
  additional: (field: string): string => `invalid additional property: ${field}`,
  exists: (field: string, value: string): string => `\`${field}\` "${value}" already exists`,
  notAnOption: 'must be one of the provided options',
  notInEnumeration: 'must be a valid enum value',
  notText: 'must provide a string',
  notObject: 'must provide an object',
  notArray: 'must provide an array',
  notBoolean: 'must provide a boolean',
  notInteger: 'must provide an integer',
  notNumber: 'must provide a number',
  notUrl: 'must be a valid URL',
} as const;
