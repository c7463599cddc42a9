/** One file has one lock, one log and one set of keys, whatever it is called. */
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseFile } from '../../src/store/database-file.ts';
import { openDatabase } from '../../src/store/db.ts';
import { lockDatabase } from '../../src/store/lock.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { now } from '../helpers/imports.ts';
import { emptyFolder, startProcess } from '../helpers/process.ts';
import { appToken, botToken, openSandbox } from '../helpers/sandbox.ts';

async function linked() {
  const folder = realpathSync(emptyFolder());
  const file = join(folder, 'data', 'firstline.db');
  mkdirSync(join(folder, 'data'));
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(file, join(folder, 'elsewhere', 'link.db'));
  symlinkSync(join(folder, 'data'), join(folder, 'same-folder'));
  return { folder, file, names: [join(folder, 'elsewhere', 'link.db'), join(folder, 'same-folder', 'firstline.db')] };
}

test('a link to a database is the database, before it is made and afterwards', async () => {
  const { file, names } = await linked();
  expect(names.map(databaseFile)).toEqual([file, file]);
  await (await openDatabase({ path: names[0] ?? '' })).close();
  expect(existsSync(file)).toBe(true);
  expect(names.map(databaseFile)).toEqual([file, file]);
});

test('a second bot on the same file is refused, whatever it calls it', async () => {
  const { file, names } = await linked();
  const lock = lockDatabase(file);
  for (const name of names) expect(() => lockDatabase(name)).toThrow('Another Firstline is already running');
  lock.release();
  for (const name of names) lockDatabase(name).release();
});

test('two bots as processes, one by a link: the second ends with a sentence', async () => {
  const { file, names } = await linked();
  const sandbox = await openSandbox();
  const environment = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: sandbox.apiUrl };
  const first = startProcess([], { ...environment, FIRSTLINE_DB: file });
  await first.says('Firstline is at work');
  const second = startProcess([], { ...environment, FIRSTLINE_DB: names[0] ?? '' });
  expect(await second.exited).toBe(1);
  expect(second.output()).toContain('Another Firstline is already running');
});

test('a second name on the disk is refused: neither the log nor the lock would be shared', async () => {
  const { folder, file } = await linked();
  await (await openDatabase({ path: file })).close();
  const second = join(folder, 'second.db');
  linkSync(file, second);
  for (const path of [file, second]) {
    await expect(openDatabase({ path })).rejects.toThrow('has a second name');
    expect(() => lockDatabase(path)).toThrow('has a second name');
  }
});

test('the keys of pulses lie beside the file itself; those beside a link come along', async () => {
  const { file, names } = await linked();
  const [link = ''] = names;
  const early = `T001 1 ${'ab'.repeat(32)}\n`;
  writeFileSync(`${link}.pulse-key`, early);
  const database = await openDatabase({ path: link });
  await saveWorkspace(database.forWorkspace('T001'), { name: 'One', botUserId: null }, now);
  expect(existsSync(`${link}.pulse-key`)).toBe(false);
  expect(readFileSync(`${file}.pulse-key`, 'utf8')).toBe(early);
  expect(database.forWorkspace('T001').ballots.of(1)).toBeDefined();
  await database.close();
});
