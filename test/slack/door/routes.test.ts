/** Every route has one listener: nothing that Slack may send stays unanswered, and nothing is answered twice. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Route } from '../../../src/slack/kit/route.ts';
import { listeners } from '../../../src/slack/listeners/index.ts';

const all = listeners;
const root = join(import.meta.dirname, '../../../src/slack/routes');

async function everyRoute(): Promise<Route<unknown>[]> {
  const modules = await Promise.all(
    globSync('*.ts', { cwd: root }).map((path) => import(join(root, path)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isRoute);
}

function isRoute(value: unknown): value is Route<unknown> {
  return typeof value === 'object' && value !== null && 'id' in value && 'carries' in value;
}

test('every route has one listener', async () => {
  const routes = await everyRoute();
  expect(routes.length).toBeGreaterThan(100);
  const ids = all.filter(({ kind }) => kind !== 'command' && kind !== 'event').map(({ id }) => id);
  expect(routes.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  const known = new Set(routes.map(({ id }) => id));
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
});

test('nothing is listened to twice', () => {
  const keys = all.map(({ kind, id }) => `${kind} ${id}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('no two routes have one id', async () => {
  const ids = (await everyRoute()).map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
