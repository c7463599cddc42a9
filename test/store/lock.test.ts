import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openDatabase } from '../../src/store/db.ts';
import { lockDatabase } from '../../src/store/lock.ts';
import { emptyFolder } from '../helpers/process.ts';

test('a second lock on the same database is refused until the first is released', () => {
  const path = join(emptyFolder(), 'firstline.db');
  const first = lockDatabase(path);
  expect(() => lockDatabase(path)).toThrow(/Another Firstline is already running on .*firstline\.db/);
  first.release();
  lockDatabase(path).release();
});

test('the database itself stays free for the command line', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  const lock = lockDatabase(path);
  const database = await openDatabase({ path });
  expect(await database.onlyWorkspaceId()).toBeUndefined();
  await database.close();
  lock.release();
});

test('where no lock can be written, a sentence says what to do', () => {
  const path = join(emptyFolder(), 'firstline.db');
  mkdirSync(`${path}.lock`);
  expect(() => lockDatabase(path)).toThrow(UserError);
});

test('a database in memory needs no lock', () => {
  lockDatabase(':memory:').release();
  expect(() => lockDatabase(':memory:')).not.toThrow();
});
