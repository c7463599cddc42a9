/** Small parts of messages and views, of a given size, and what a case of a limit is. */
import type { BlockProblem, Json, JsonObject } from '../../src/contract.ts';
import { validateView } from '../../src/blocks/validate.ts';
import { modal } from './examples.ts';
import { button, json, option, plain } from './parts.ts';
import { problemsOn } from './run.ts';

export const long = (length: number): string => 'x'.repeat(length);
export const text = (length: number): JsonObject => json(plain(long(length)));
export const mrkdwn = (length: number): JsonObject => ({ type: 'mrkdwn', text: long(length) });
export const many = (count: number, item: (index: number) => Json): Json[] =>
  Array.from({ length: count }, (_, at) => item(at));
export const url = (length: number): string => `https://example.com/`.padEnd(length, 'x');
export const options = (count: number): Json[] => many(count, (at) => json(option(String(at))));
export const divider = { type: 'divider' };

export const section = (members: JsonObject): JsonObject => ({ type: 'section', text: text(1), ...members });
export const accessory = (element: JsonObject): JsonObject => section({ accessory: element });
export const input = (element: JsonObject): JsonObject => ({ type: 'input', label: text(1), element });
export const pressed = (members: JsonObject): JsonObject => accessory({ ...json(button), ...members });
export const cell = (length: number): JsonObject => ({ type: 'raw_text', text: long(length) });
export const rows = (count: number, columns: number): Json[] => many(count, () => many(columns, () => cell(1)));
export const table = (members: JsonObject): JsonObject => ({ type: 'table', ...members });
export const dataTable = (members: JsonObject): JsonObject => ({
  type: 'data_table',
  caption: 'a',
  rows: rows(2, 1),
  ...members,
});
export const container = (members: JsonObject): JsonObject => ({
  type: 'container',
  title: text(1),
  child_blocks: [divider],
  ...members,
});
export const card = (members: JsonObject): JsonObject => ({ type: 'card', title: text(1), ...members });
export const picture = (members: JsonObject): JsonObject => ({
  type: 'image',
  image_url: 'https://example.com',
  alt_text: 'a',
  ...members,
});
export const video = (members: JsonObject): JsonObject => ({
  type: 'video',
  alt_text: 'a',
  title: text(1),
  video_url: 'https://example.com',
  thumbnail_url: 'https://example.com',
  ...members,
});

export const message = (...blocks: Json[]): BlockProblem[] => problemsOn('message', ...blocks);
export const inModal = (...blocks: Json[]): BlockProblem[] => problemsOn('modal', ...blocks);
export const view = (members: JsonObject): BlockProblem[] => validateView({ ...modal(), ...members }, 'modal');

export interface Size {
  limit: string;
  at: string;
  problems: (size: number) => BlockProblem[];
  /** What is said one beyond; left out: by the limit's number, in one of Slack's three forms. */
  says?: string;
}
