/** A database file that Litestream replicates: it keeps tables of its own in it, and reads all the time. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forgetWhatWas, openDatabase } from '../../src/store/db.ts';
import { checkFile } from '../../src/store/file-check.ts';
import { fillLanded } from '../helpers/landed-schema.ts';
import { emptyFolder } from '../helpers/process.ts';
import { makeReleased, releases } from '../helpers/released-schema.ts';

/** As it makes them. */
const itsTables = `
  create table _litestream_seq (id integer primary key, seq integer);
  create table _litestream_lock (id integer);
`;

test('its tables keep no update from a database, and stay', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  makeReleased(path, releases.at(-1) ?? '');
  fillLanded(path);
  const its = new SQLite(path);
  its.exec(itsTables);
  its.close();
  await (await openDatabase({ path })).close();
  expect(checkFile(path).age).toBe('same');
  const look = new SQLite(path, { readonly: true });
  expect(
    look.prepare(`select count(*) from sqlite_schema where name like '\\_litestream%' escape '\\'`).pluck().get(),
  ).toBe(2);
  look.close();
});

test('while it reads, erasing holds up nobody; what was erased goes from the disk once it can', async () => {
  const path = join(emptyFolder(), 'firstline.db');
  const opened = await openDatabase({ path });
  const store = opened.forWorkspace('T001');
  const secret = 'the-canary-of-yesterday';
  const write = (value: string) =>
    opened.database.replaceInto('installation').values({ name: 'note', value }).execute();
  await write(secret);
  const reader = new SQLite(path, { readonly: true });
  reader.exec('begin');
  reader.prepare('select * from installation').all();
  await write('gone');
  const began = performance.now();
  await forgetWhatWas(store, ['interaction']);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(bytesOf(path)).toContain(secret);
  // Whoever writes beside it is waited for as ever.
  const { rows } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(opened.database);
  expect(rows).toEqual([{ timeout: 5_000 }]);
  reader.exec('commit');
  reader.close();
  await forgetWhatWas(store, ['interaction']);
  expect(bytesOf(path)).not.toContain(secret);
  await opened.close();
});

function bytesOf(path: string): string {
  return [path, `${path}-wal`]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1'))
    .join('');
}
