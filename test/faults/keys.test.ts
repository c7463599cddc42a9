/** A database is opened with the key that it was sealed with, or not at all. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { firstline, scratchFolder, writeIn } from '../helpers/command-line.ts';
import { fillLanded, makeLanded } from '../helpers/landed-schema.ts';
import { emptyFolder, startProcess } from '../helpers/process.ts';
import { appToken, botToken, openSandbox } from '../helpers/sandbox.ts';

const right = randomBytes(32);
const wrong = randomBytes(32);

async function started() {
  const sandbox = await openSandbox();
  const path = join(emptyFolder(), 'firstline.db');
  const start = (key: Buffer | undefined) =>
    startProcess([], {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: sandbox.apiUrl,
      FIRSTLINE_DB: path,
      ...(key !== undefined && { FIRSTLINE_KEY: key.toString('base64') }),
    });
  const first = start(right);
  await first.says('Firstline is at work');
  first.child.kill('SIGTERM');
  expect(await first.exited).toBe(0);
  return { path, start };
}

test('the right key starts', async () => {
  const { start } = await started();
  const bot = start(right);
  await bot.says('Firstline is at work');
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
});

test.each([
  ['a wrong key', wrong, 'FIRSTLINE_KEY is another key'],
  ['no key', undefined, 'FIRSTLINE_KEY isn’t set'],
])('%s ends the start with what to do, and touches nothing', async (_which, key, words) => {
  const { path, start } = await started();
  const before = readFileSync(path);
  const bot = start(key);
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain(words);
  expect(bot.output()).not.toContain(wrong.toString('base64'));
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('the command line asks for the same key', async () => {
  const { path } = await started();
  const folder = scratchFolder();
  const roster = writeIn(folder, 'people.csv', 'name', 'Ada Quill');
  const run = (key: Buffer) =>
    firstline(folder, ['import', 'roster', roster, '--yes'], {
      FIRSTLINE_DB: path,
      FIRSTLINE_KEY: key.toString('base64'),
    });
  const refused = await run(wrong);
  expect(refused.code).toBe(1);
  expect(refused.errors).toContain('FIRSTLINE_KEY is another key');
  expect((await run(right)).code).toBe(0);
});

test('a key can be set later, and from then on it is the key', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  await (await openDatabase({ path })).close();
  await (await openDatabase({ path, key: right })).close();
  await expect(openDatabase({ path })).rejects.toThrow('FIRSTLINE_KEY isn’t set');
  await expect(openDatabase({ path, key: wrong })).rejects.toThrow('another key');
});

test('what an earlier version has sealed tells the key, before the schema is touched', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  await makeLanded(path);
  fillLanded(path, right);
  const before = readFileSync(path);
  await expect(openDatabase({ path })).rejects.toThrow('FIRSTLINE_KEY isn’t set');
  await expect(openDatabase({ path, key: wrong })).rejects.toThrow('another key');
  expect(readFileSync(path).subarray(100).equals(before.subarray(100))).toBe(true);
  await (await openDatabase({ path, key: right })).close();
  await expect(openDatabase({ path, key: wrong })).rejects.toThrow('another key');
});

test('an earlier version’s words without a key ask for none', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  await makeLanded(path);
  fillLanded(path);
  await (await openDatabase({ path })).close();
  await expect(openDatabase({ path, key: right })).resolves.toBeDefined();
});
