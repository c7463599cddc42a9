/** A start that is broken off while the schema is made or brought up to date. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openDatabase } from '../../src/store/db.ts';
import { migrate, TransactionalSqlite } from '../../src/store/migrate.ts';
import type { Tables } from '../../src/store/tables.ts';
import { contentOf, declaredIn, fillLanded, lastLanded, makeLanded, migrations } from '../helpers/landed-schema.ts';
import { emptyFolder, startProcess } from '../helpers/process.ts';
import { freePort } from '../helpers/free-port.ts';
import { dice } from '../helpers/dice.ts';

const names = Object.keys(await migrations().getMigrations()).toSorted();

/** A database whose every statement is counted, and one of them fails as a full disk or a pulled plug would make it. */
function failingAt(sqlite: SQLite.Database, at: number): { readonly kysely: Kysely<Tables> } {
  let count = 0;
  const database = new Proxy(sqlite, {
    get(target, property) {
      if (property === 'prepare')
        return (text: string) => {
          if (/^(?:create|alter|insert|update|delete|drop|commit)/iu.test(text) && (count += 1) === at)
            throw new Error('The plug was pulled');
          return target.prepare(text === 'begin' ? 'begin immediate' : text);
        };
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { kysely: new Kysely<Tables>({ dialect: new TransactionalSqlite({ database }) }) };
}

async function whole(): Promise<string> {
  const sqlite = new SQLite(':memory:');
  await migrate(failingAt(sqlite, -1).kysely, sqlite, ':memory:');
  return declaredIn(sqlite);
}

test.each(['first start', 'update'])(
  'broken off at any statement, a %s leaves the old schema or the new',
  async (kind) => {
    const path = join(emptyFolder(), 'firstline.db');
    if (kind === 'update') {
      await makeLanded(path);
      fillLanded(path);
    }
    const sqlite = new SQLite(path);
    const [before, after] = [declaredIn(sqlite), await whole()];
    let broken = 0;
    for (let at = 1; ; at += 1) {
      const { kysely } = failingAt(sqlite, at);
      const error: unknown = await migrate(kysely, sqlite, path).catch((thrown: unknown) => thrown);
      if (error === undefined) break;
      broken += 1;
      expect(error).toMatchObject({ message: 'The plug was pulled' });
      if (sqlite.inTransaction) sqlite.exec('rollback');
      expect(declaredIn(sqlite)).toBe(before);
    }
    expect(broken).toBeGreaterThan(names.length);
    expect(declaredIn(sqlite)).toBe(after);
    sqlite.close();
  },
);

test('what a killed start of an earlier version left, anywhere in a migration, is finished; nothing is lost', async () => {
  const folder = emptyFolder();
  const landed = names.slice(0, names.indexOf(lastLanded) + 1);
  const after = await whole();
  let halves = 0;
  for (const [index, name] of landed.entries()) {
    const base = join(folder, `${name}.db`);
    const previous = landed[index - 1];
    if (previous !== undefined) await makeLanded(base, previous);
    const statements = await statementsOf(name, previous);
    for (let done = 1; done <= statements.length; done += 1) {
      const path = join(folder, 'half.db');
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
      if (existsSync(base)) copyFileSync(base, path);
      const half = new SQLite(path);
      for (const text of statements.slice(0, done)) half.exec(text);
      half.close();
      const opened = await openDatabase({ path });
      await opened.close();
      const mended = new SQLite(path);
      expect(declaredIn(mended) === after, `${name} after statement ${done}`).toBe(true);
      mended.close();
      halves += 1;
    }
  }
  expect(halves).toBeGreaterThan(50);
}, 300_000);

async function statementsOf(name: string, previous: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  const scratch = new SQLite(':memory:', { verbose: (text) => void texts.push(String(text)) });
  const kysely = failingAt(scratch, -1).kysely as unknown as Kysely<unknown>;
  const all = await migrations().getMigrations();
  for (const earlier of names) {
    if (previous === undefined || earlier > previous) break;
    await all[earlier]?.up(kysely);
  }
  texts.length = 0;
  await all[name]?.up(kysely);
  return texts;
}

test('tables that are no version of ours, or a newer one’s, are refused in words, and left as they are', async () => {
  const folder = emptyFolder();
  const strange = join(folder, 'strange.db');
  const sqlite = new SQLite(strange);
  sqlite.exec('create table person (id integer primary key, nickname text)');
  sqlite.close();
  const newer = join(folder, 'newer.db');
  await (await openDatabase({ path: newer })).close();
  const future = new SQLite(newer);
  future.exec(`insert into kysely_migration (name, timestamp) values ('9999-the-future', '2030-01-01T00:00:00.000Z')`);
  future.close();
  for (const [path, words] of [
    [strange, 'is no whole version'],
    [newer, 'was made by a newer version'],
  ] as const) {
    const before = readFileSync(path);
    await expect(openDatabase({ path })).rejects.toThrow(UserError);
    await expect(openDatabase({ path })).rejects.toThrow(words);
    const look = new SQLite(path, { readonly: true });
    expect(look.pragma('integrity_check', { simple: true })).toBe('ok');
    look.close();
    expect(readFileSync(path).subarray(100).equals(before.subarray(100))).toBe(true);
  }
});

const rounds = Number(process.env['FAULT_ROUNDS'] ?? 6);
const databaseIsOpen = 'Slack can’t be reached';

test.each(['first start', 'update'])(
  `killed in ${rounds} seeded moments of a %s: starts again every time, nothing lost`,
  async (kind) => {
    const next = dice(kind === 'update' ? 20_261_127 : 20_261_128);
    const folder = emptyFolder();
    const key = randomBytes(32);
    const original = join(folder, 'original.db');
    if (kind === 'update') {
      await makeLanded(original);
      fillLanded(original, key);
    }
    const environment = {
      SLACK_BOT_TOKEN: 'xoxb-none',
      SLACK_APP_TOKEN: 'xapp-none',
      SLACK_API_URL: `http://127.0.0.1:${await freePort()}/api/`,
      FIRSTLINE_KEY: key.toString('base64'),
    };
    const startOn = (path: string) => startProcess([], { ...environment, FIRSTLINE_DB: path }, folder);
    const fresh = (name: string): string => {
      const path = join(folder, name);
      if (existsSync(original)) writeFileSync(path, readFileSync(original));
      return path;
    };
    const began = performance.now();
    const measured = startOn(fresh('measured.db'));
    await measured.says(databaseIsOpen);
    const takes = performance.now() - began;
    measured.child.kill('SIGKILL');
    await measured.exited;
    const content = (path: string) => (existsSync(original) ? contentOf(path, original) : '');
    const before = content(original);
    for (let round = 0; round < rounds; round += 1) {
      const path = fresh(`round-${round}.db`);
      const bot = startOn(path);
      const kill = setTimeout(() => bot.child.kill('SIGKILL'), takes * (0.4 + next(700) / 1000));
      await bot.exited;
      clearTimeout(kill);
      const again = await openDatabase({ path, key });
      await again.close();
      const look = new SQLite(path, { readonly: true });
      expect(look.pragma('integrity_check', { simple: true })).toBe('ok');
      look.close();
      expect(content(path)).toBe(before);
      if (round % 10 === 0) {
        const second = startOn(path);
        await second.says(databaseIsOpen);
        second.child.kill('SIGKILL');
        await second.exited;
      }
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    }
  },
  60_000 + rounds * 8_000,
);
