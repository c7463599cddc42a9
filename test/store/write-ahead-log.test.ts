import { copyFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { isLogDamaged } from '../../src/store/write-ahead-log.ts';
import { emptyFolder } from '../helpers/process.ts';

const headerBytes = 32;
const frameBytes = 24 + 4096;

/** A database as a killed process leaves it: five transactions, all in the log. */
function killedDatabase(turns = 1): string {
  const folder = emptyFolder();
  const live = join(folder, 'live.db');
  const sqlite = new SQLite(live);
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec('create table t (text)');
  for (let turn = 0; turn < turns; turn += 1) {
    sqlite.pragma('wal_checkpoint(restart)');
    for (let at = 0; at < 5; at += 1) sqlite.prepare('insert into t values (?)').run('x'.repeat(1000 + turn * 10));
  }
  const path = join(folder, 'killed.db');
  for (const ending of ['', '-wal']) copyFileSync(live + ending, path + ending);
  sqlite.close();
  return path;
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

test.each([1, 3])('a log that a killed process leaves is right, whatever is left in it of %i turns', (turns) => {
  const path = killedDatabase(turns);
  expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(headerBytes + 3 * frameBytes);
  expect(isLogDamaged(path)).toBe(false);
});

test('torn anywhere at its end, it is what a crash leaves', () => {
  const path = killedDatabase();
  const whole = readFileSync(`${path}-wal`).length;
  for (let bytes = whole; bytes > 0; bytes -= 1013) {
    truncateSync(`${path}-wal`, bytes);
    expect(isLogDamaged(path), `${bytes} bytes`).toBe(false);
  }
  flip(path, 0);
  expect(isLogDamaged(path)).toBe(false);
});

test.each([
  ['its header', 9],
  ['the first frame', headerBytes + 24 + 77],
  ['the checksum of the second', headerBytes + frameBytes + 17],
])('one byte flipped in %s: the transactions behind it would be lost without a word', (_where, at) => {
  const path = killedDatabase();
  const before = countIn(path);
  flip(`${path}-wal`, at);
  expect(isLogDamaged(path)).toBe(true);
  expect(countIn(path)).toBeLessThan(before);
});

/** As SQLite reads it, in a copy: reading changes what lies there. */
function countIn(path: string): number {
  const copy = join(emptyFolder(), 'read.db');
  for (const ending of ['', '-wal']) if (existsSync(path + ending)) copyFileSync(path + ending, copy + ending);
  const sqlite = new SQLite(copy);
  try {
    return sqlite.prepare<[], number>('select count(*) from t').pluck().get() ?? 0;
  } catch {
    return 0;
  } finally {
    sqlite.close();
  }
}
