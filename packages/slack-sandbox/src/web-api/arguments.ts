import type { Json, JsonObject } from '../contract.ts';
import { objectOf, parseJson, textOf } from '../json.ts';
import { invalidArguments, SlackError } from './slack-error.ts';

/** The arguments of one call, whether they came as a form or as JSON. */
export interface Arguments {
  readonly all: JsonObject;
  text(name: string): string | undefined;
  required(name: string): string;
  flag(name: string): boolean;
  whole(name: string): number | undefined;
  /** A structured argument; in a form it is JSON in a field. `refusal` is thrown if it is not JSON. */
  json(name: string, refusal: string): Json | undefined;
}

/** Reads arguments by name. */
export function createArguments(all: JsonObject): Arguments {
  const text = (name: string): string | undefined => {
    const value = all[name];
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : textOf(value);
  };
  return {
    all,
    text,
    required(name) {
      const value = text(name);
      if (value === undefined || value === '') throw invalidArguments(`missing required field: ${name}`);
      return value;
    },
    flag: (name) => ['true', '1'].includes(text(name) ?? ''),
    whole(name) {
      const value = text(name);
      if (value === undefined || value === '') return undefined;
      if (!/^\d+$/.test(value)) throw invalidArguments(`must be an integer [json-pointer:/${name}]`);
      return Number(value);
    },
    json(name, refusal) {
      const value = all[name];
      if (typeof value !== 'string' || value === '') return value === '' || value === null ? undefined : value;
      const parsed = parseJson(value);
      if (parsed === undefined) throw new SlackError(refusal);
      return parsed;
    },
  };
}

/** The arguments in a request: its query, and its body as a form, JSON or multipart. */
export async function readArguments(request: Request): Promise<JsonObject> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method === 'GET') return query;
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const body = await request.text();
    if (body.trim() === '') return query;
    const parsed = parseJson(body);
    if (parsed === undefined) throw new SlackError('invalid_json');
    const object = objectOf(parsed);
    if (!object) throw new SlackError('json_not_object');
    return { ...query, ...object };
  }
  if (type.startsWith('multipart/form-data')) {
    const fields = [...(await request.formData())];
    return {
      ...query,
      ...Object.fromEntries(fields.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))),
    };
  }
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded') && !type.startsWith('text/plain')) {
    throw new SlackError('invalid_post_type');
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) };
}
