import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ballotKeys, pulseKeyEnding } from '../../src/store/ballot-key.ts';
import { openDatabase } from '../../src/store/db.ts';
import { KeyFileError } from '../../src/store/key-file.ts';
import { emptyFolder } from '../helpers/process.ts';

function newPath(): string {
  return join(emptyFolder(), 'firstline.db');
}

/** As after a start: what was in memory before is gone. */
async function ballotsAt(path: string, key?: Buffer, workspaceId = 'T1') {
  const database = await openDatabase({ path, key });
  onTestFinished(() => database.close());
  return database.forWorkspace(workspaceId).ballots;
}

const fileOf = (path: string) => `${path}.pulse-key`;
const linesOf = (path: string) => readFileSync(fileOf(path), 'utf8').split('\n').filter(Boolean);
const pulse = (id: number, workspaceId = 'T1') => ({ workspaceId, id });

describe.each([
  ['without FIRSTLINE_KEY', undefined],
  ['with FIRSTLINE_KEY', randomBytes(32)],
])('%s', (_name, key) => {
  test('each pulse has a key of its own, in a file beside the database that only its user can read', async () => {
    const path = newPath();
    const ballots = await ballotsAt(path, key);
    expect(existsSync(fileOf(path))).toBe(false);
    const sealed = ballots.begin(1).seal('an answer');
    const other = ballots.begin(2).seal('another');
    expect(sealed).toMatch(/^s1:/);
    expect(statSync(fileOf(path)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect(linesOf(path)).toHaveLength(2);
    expect(new Set(linesOf(path).map((line) => line.slice(-64))).size).toBe(2);
    const again = await ballotsAt(path, key);
    expect(again.of(1)?.open(sealed)).toBe('an answer');
    expect(again.of(2)?.open(other)).toBe('another');
    expect(() => again.of(2)?.open(sealed)).toThrow(/./);
    expect(again.of(3)).toBeUndefined();
  });

  test('a key that was destroyed opens nothing, and the others stay', async () => {
    const path = newPath();
    const ballots = await ballotsAt(path, key);
    const [first, second] = [ballots.begin(1).seal('an answer'), ballots.begin(2).seal('another')];
    expect(ballots.hasOthersThan([pulse(1), pulse(2)])).toBe(false);
    expect(ballots.hasOthersThan([pulse(2)])).toBe(true);
    ballots.keepOnly([pulse(2)]);
    expect(ballots.of(1)).toBeUndefined();
    expect(ballots.of(2)?.open(second)).toBe('another');
    expect(() => ballots.begin(1).open(first)).toThrow(/./);
    expect(statSync(fileOf(path)).mode & 0o777).toBe(0o600);
    ballots.keepOnly([]);
    expect(existsSync(fileOf(path))).toBe(false);
  });

  test('two workspaces in one file have keys of their own for the same number', async () => {
    const path = newPath();
    const [one, two] = [await ballotsAt(path, key), await ballotsAt(path, key, 'T2')];
    const sealed = one.begin(1).seal('an answer');
    const other = two.begin(1).seal('another');
    expect(one.of(1)?.open(sealed)).toBe('an answer');
    expect(two.of(1)?.open(other)).toBe('another');
    one.keepOnly([pulse(1, 'T2')]);
    expect(one.of(1)).toBeUndefined();
    expect(two.of(1)?.open(other)).toBe('another');
  });
});

test('with FIRSTLINE_KEY a box needs both: neither the pulse’s key nor FIRSTLINE_KEY opens it alone', async () => {
  const path = newPath();
  const key = randomBytes(32);
  const sealed = (await ballotsAt(path, key)).begin(1).seal('an answer');
  for (const wrong of [undefined, randomBytes(32)]) {
    await expect(ballotsAt(path, wrong)).rejects.toThrow('FIRSTLINE_KEY');
    const seal = ballotKeys(`${path}${pulseKeyEnding}`, wrong)('T1').of(1);
    expect(seal).toBeDefined();
    expect(() => seal?.open(sealed)).toThrow(/./);
  }
  const copy = await openDatabase({ path: newPath(), key });
  onTestFinished(() => copy.close());
  const { ballots, secrets } = copy.forWorkspace('T1');
  expect(ballots.of(1)).toBeUndefined();
  expect(() => ballots.begin(1).open(sealed)).toThrow(/./);
  expect(() => secrets.open(sealed)).toThrow(/./);
});

test('a number that is used again has a fresh key', async () => {
  const path = newPath();
  const ballots = await ballotsAt(path);
  const sealed = ballots.begin(1).seal('rolled back');
  const again = ballots.begin(1);
  expect(() => again.open(sealed)).toThrow(/./);
  expect(linesOf(path)).toHaveLength(1);
});

test('a file that is gone or was changed opens nothing; whole lines in it count, and the next key is made all the same', async () => {
  const path = newPath();
  const ballots = await ballotsAt(path);
  const sealed = ballots.begin(1).seal('an answer');
  rmSync(fileOf(path));
  expect(ballots.of(1)).toBeUndefined();
  const second = ballots.begin(2).seal('another');
  writeFileSync(fileOf(path), `nonsense\nT1 1 abc\n${linesOf(path).join('\n')}\nT1 3 0`);
  const again = await ballotsAt(path);
  expect([again.of(1), again.of(3)]).toEqual([undefined, undefined]);
  expect(again.of(2)?.open(second)).toBe('another');
  expect(() => again.begin(1).open(sealed)).toThrow(/./);
  expect(linesOf(path).every((line) => /^T1 [12] [0-9a-f]{64}$/.test(line))).toBe(true);
});

test('what a crash has left half written is no key, is noticed, and goes', async () => {
  const path = newPath();
  const ballots = await ballotsAt(path);
  const sealed = ballots.begin(1).seal('an answer');
  writeFileSync(`${fileOf(path)}.new`, `${linesOf(path)[0]}\nT1 2 0123`);
  const again = await ballotsAt(path);
  expect(again.of(1)?.open(sealed)).toBe('an answer');
  expect(again.hasOthersThan([pulse(1)])).toBe(true);
  again.keepOnly([pulse(1)]);
  expect(again.hasOthersThan([pulse(1)])).toBe(false);
  expect(existsSync(`${fileOf(path)}.new`)).toBe(false);
  expect(again.of(1)?.open(sealed)).toBe('an answer');
});

test('a file that can’t be written keeps what it has, and one that can’t be read isn’t taken for an empty one', async () => {
  const path = newPath();
  const ballots = await ballotsAt(path);
  const sealed = ballots.begin(1).seal('an answer');
  mkdirSync(`${fileOf(path)}.new`);
  expect(() => ballots.begin(2)).toThrow(KeyFileError);
  expect(() => ballots.keepOnly([])).toThrow(KeyFileError);
  expect(ballots.of(1)?.open(sealed)).toBe('an answer');
  expect(ballots.of(2)).toBeUndefined();
  rmSync(fileOf(path));
  mkdirSync(fileOf(path));
  expect(() => ballots.of(1)).toThrow(KeyFileError);
});

test('in memory the keys live as long as the database, and can be destroyed before', async () => {
  const ballots = await ballotsAt(':memory:');
  const sealed = ballots.begin(1).seal('an answer');
  expect(ballots.of(1)?.open(sealed)).toBe('an answer');
  ballots.keepOnly([]);
  expect(ballots.of(1)).toBeUndefined();
  expect((await ballotsAt(':memory:')).of(1)).toBeUndefined();
});
