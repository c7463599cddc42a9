import { sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openDatabase, writing, writingAlone } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { receiveOnce } from '../../src/store/inbound.ts';

const now = new Date('2026-11-23T10:00:00Z');
let store: Store;
let heard: string[];

beforeEach(async () => {
  heard = [];
  const database = await openDatabase({ path: ':memory:', onStatement: (text) => heard.push(text) });
  onTestFinished(() => database.close());
  store = database.forWorkspace('T1');
  heard.length = 0;
});

function commits(): number {
  return heard.filter((text) => text === 'commit').length;
}

async function stored(): Promise<string[]> {
  const rows = await store.database.selectFrom('inbound').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
}

function write(key: string): Promise<boolean> {
  return writing(store, (tx) => receiveOnce(tx, key, now));
}

async function failAfter(key: string): Promise<never> {
  return writing(store, async (tx) => {
    await receiveOnce(tx, key, now);
    throw new Error(`no ${key}`);
  });
}

test('what comes at the same time is stored together, each with its own result', async () => {
  const results = await Promise.all([write('a'), write('b'), write('a'), write('c')]);
  expect(results).toEqual([true, true, false, true]);
  expect(await stored()).toEqual(['a', 'b', 'c']);
  expect(commits()).toBe(1);
});

test('nobody waits for what takes long to be stored, but for their turn', async () => {
  const order: string[] = [];
  const long = () =>
    writingAlone(store, async (tx) => {
      await receiveOnce(tx, 'long', now);
      order.push('long is written');
    });
  const acts = [write('a'), long(), write('b'), write('c')];
  await Promise.all(acts.map((act, index) => act.then(() => order.push(`${index} is stored`))));
  expect(order).toEqual(['0 is stored', 'long is written', '1 is stored', '2 is stored', '3 is stored']);
  expect(commits()).toBe(3);
});

test('nobody waits for more than a few', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, index) => write(`k${index}`)));
  expect((await stored()).length).toBe(100);
  expect(commits()).toBe(Math.ceil(100 / 16));
});

test.each([
  ['first', ['!a', 'b', 'c'], ['b', 'c']],
  ['in the middle', ['a', '!b', 'c'], ['a', 'c']],
  ['last', ['a', 'b', '!c'], ['a', 'b']],
  ['all', ['!a', '!b', '!c'], []],
  ['all but the last', ['!a', '!b', 'c'], ['c']],
] as const)('of one that fails nothing is stored, and of the others everything: %s', async (_where, acts, kept) => {
  const results = await Promise.allSettled(
    acts.map((act) => (act.startsWith('!') ? failAfter(act.slice(1)) : write(act))),
  );
  expect(results.map(({ status }) => status === 'rejected')).toEqual(acts.map((act) => act.startsWith('!')));
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  const failed = acts.filter((act) => act.startsWith('!'));
  expect(reasons).toEqual(failed.map((act) => `Error: no ${act.slice(1)}`));
  expect(await stored()).toEqual(kept);
});

test('a full disk fails all that were not on it yet, and the next is stored again', async () => {
  await write('before');
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.database.withoutPlugins());
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(store.database);
  const long = 'x'.repeat(50_000);
  const results = await Promise.allSettled([write('a'), write(long), write('b')]);
  const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(reasons).toContainEqual(expect.objectContaining({ code: 'SQLITE_FULL' }));
  expect(reasons).toEqual(reasons.map(() => expect.objectContaining({ code: 'SQLITE_FULL' }) as unknown));
  const isStored = new Set(await stored());
  for (const [index, key] of ['a', long, 'b'].entries())
    expect(isStored.has(key)).toBe(results[index]?.status === 'fulfilled');
  await sql.raw('pragma max_page_count = 100000').execute(store.database);
  expect(await write('after')).toBe(true);
});

test('what an act throws reaches who asked for it, and one that comes later is stored', async () => {
  await expect(failAfter('a')).rejects.toThrow('no a');
  expect(await write('b')).toBe(true);
  expect(await stored()).toEqual(['b']);
});

test('where no transaction can be begun, everybody who waits is told, and nothing goes round for ever', async () => {
  const database = await openDatabase({ path: ':memory:' });
  const closed = database.forWorkspace('T1');
  await database.close();
  const results = await Promise.allSettled(
    ['a', 'b', 'c'].map((key) => writing(closed, (tx) => receiveOnce(tx, key, now))),
  );
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});
