import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';

test('an old Node is told in one line what to install, before anything is loaded', async () => {
  const folder = scratchFolder();
  const preload = writeIn(
    folder,
    'old.mjs',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });",
  );
  for (const words of [['start'], ['import', 'roster', 'x.csv']]) {
    const { code, output, errors } = await firstline(folder, words, {}, ['--import', preload]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toMatch(/^Firstline needs Node\.js 24 or later, and this is 20\.20\.2\. Install it from \S+.*\n$/);
  }
});

test('the entry imports nothing but Node’s own before it has looked at the version', () => {
  const entry = readFileSync(join(import.meta.dirname, '../../bin/firstline.js'), 'utf8');
  const imported = [...entry.matchAll(/^import .* from '(.*)'/gm)].map((match) => match[1]);
  expect(imported).toContain('node:module');
  expect(imported.filter((name) => name?.startsWith('node:') !== true)).toEqual([]);
});

test('a command reads .env as the bot does', async () => {
  const folder = scratchFolder();
  writeIn(folder, '.env', 'FIRSTLINE_DB=from-env-file.db');
  await firstline(folder, ['import', 'roster', writeIn(folder, 'roster.csv', 'name', 'Ana'), '--yes']);
  expect(existsSync(join(folder, 'from-env-file.db'))).toBe(true);
});

test('help names every command', async () => {
  const { code, output } = await firstline(scratchFolder(), ['--help']);
  expect(code).toBe(0);
  expect(output).toContain('bring people or deals in from a CSV file');
});
