import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { emptyFolder } from '../helpers/process.ts';

async function storeAt(path: string, key?: Buffer) {
  const database = await openDatabase({ path, key });
  return { store: database.forWorkspace('T1'), close: () => database.close() };
}

test('without FIRSTLINE_KEY ballots are sealed all the same, with a key beside the database that only its user can read', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  const { store, close } = await storeAt(path);
  expect(existsSync(`${path}.pulse-key`)).toBe(false);
  const sealed = store.ballots.seal('an answer');
  expect(sealed).toMatch(/^s1:/);
  expect(statSync(`${path}.pulse-key`).mode & 0o777).toBe(0o600);
  expect(existsSync(`${path}.pulse-key.new`)).toBe(false);
  await close();
  const again = await storeAt(path);
  expect(again.store.ballots.open(sealed)).toBe('an answer');
  await again.close();
});

test('with FIRSTLINE_KEY there is no such file, and the key of other words opens no ballot', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  const key = randomBytes(32);
  const { store, close } = await storeAt(path, key);
  const sealed = store.ballots.seal('an answer');
  expect(existsSync(`${path}.pulse-key`)).toBe(false);
  expect(() => store.secrets.open(sealed)).toThrow(/./);
  expect(() => store.ballots.open(store.secrets.seal('words'))).toThrow(/./);
  await close();
  const again = await storeAt(path, key);
  expect(again.store.ballots.open(sealed)).toBe('an answer');
  await again.close();
});

test('a key that is gone or was changed opens nothing, and the next is made anew', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  const first = await storeAt(path);
  const sealed = first.store.ballots.seal('an answer');
  await first.close();
  rmSync(`${path}.pulse-key`);
  const second = await storeAt(path);
  expect(() => second.store.ballots.open(sealed)).toThrow(/./);
  expect(second.store.ballots.open(second.store.ballots.seal('another'))).toBe('another');
  await second.close();
  writeFileSync(`${path}.pulse-key`, 'nonsense');
  const third = await storeAt(path);
  expect(() => third.store.ballots.open(sealed)).toThrow(/./);
  third.store.ballots.seal('a third');
  expect(readFileSync(`${path}.pulse-key`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  await third.close();
});

test('in memory the key lives as long as the database', async () => {
  const { store, close } = await storeAt(':memory:');
  expect(store.ballots.open(store.ballots.seal('an answer'))).toBe('an answer');
  await close();
});
