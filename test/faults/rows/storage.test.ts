/** The disk, the file on it, and others who use it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { startBot } from '../../helpers/bot.ts';
import type { TestBot } from '../../helpers/bot.ts';
import { isWhole, row } from '../../helpers/fault-rows.ts';
import { acts, filledPlace, hasSaid, kill, leaders, sharedPlace } from '../../helpers/instances.ts';
import { declaredIn, fillLanded, makeLanded, migrations } from '../../helpers/landed-schema.ts';
import { migrated } from '../../helpers/migrated.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { isOnServer } from '../../helpers/place.ts';
import { postsTo } from '../../helpers/posts.ts';
import { emptyFolder, startProcess } from '../../helpers/process.ts';
import { appToken, botToken, openSandbox, testClock } from '../../helpers/sandbox.ts';

const dana = slackIdOf('dana');
const counts = (sandbox: Parameters<typeof postsTo>[0]) => leaders.map((leader) => postsTo(sandbox, leader).length);
const logged = async (bot: TestBot) => (await interactionsBetween(bot.store, { limit: 999 })).length;

row(15, async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  if (isOnServer) {
    const place = await sharedPlace();
    const bots = [place.start(sandbox), place.start(sandbox)];
    await place.untilSent();
    expect(bots.filter((bot) => hasSaid(bot, acts))).toHaveLength(1);
    expect(counts(sandbox)).toEqual(leaders.map(() => 1));
    return;
  }
  const place = await filledPlace();
  const both = [place.start(sandbox), place.start(sandbox)];
  expect(await Promise.race(both.map((bot) => bot.exited))).toBe(1);
  await place.untilSent();
  expect(counts(sandbox)).toEqual(leaders.map(() => 1));
  // By another name: a link to the file, and a link to its folder.
  const folder = emptyFolder();
  symlinkSync(place.address, join(folder, 'other.db'));
  symlinkSync(dirname(place.address), join(folder, 'elsewhere'));
  const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: sandbox.apiUrl };
  for (const name of ['other.db', 'elsewhere/firstline.db']) {
    const third = startProcess([], { ...tokens, FIRSTLINE_DB: join(folder, name) });
    expect(await third.exited).toBe(1);
    expect(third.output()).toContain('Another Firstline is already running on ');
  }
  expect(counts(sandbox)).toEqual(leaders.map(() => 1));
});

/** As if the disk held no more than the database has now; false lifts it. */
async function fillDisk(bot: TestBot, isFull: boolean): Promise<void> {
  const pages = isFull ? 1 : 1_000_000;
  await sql`pragma max_page_count = ${sql.raw(String(pages))}`.execute(bot.store.database);
}

row(
  22,
  async () => {
    const clock = testClock();
    const sandbox = await openSandbox({ clock });
    const bot = await startBot({ sandbox, clock, databasePath: join(emptyFolder(), 'firstline.db') });
    const isTold = () =>
      sandbox
        .as(dana)
        .messages()
        .some(({ text }) => text.includes('went wrong'));
    await fillDisk(bot, true);
    const note = 'x'.repeat(2_900);
    for (let command = 0; command < 40 && !isTold(); command += 1)
      await sandbox.as(dana).command('/coach', `@priya ${note}`);
    await sandbox.until('the sentence', isTold);
    expect(JSON.stringify(sandbox.as(dana).newest()?.blocks)).toContain(note);
    const before = await logged(bot);
    clock.moveTo(new Date('2026-11-23T09:00:30Z'));
    await bot.tick();
    await fillDisk(bot, false);
    await bot.tick();
    const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(bot.store.database);
    expect(Object.values(rows[0] ?? {})).toEqual(['ok']);
    await sandbox.as(dana).command('/coach', '@priya back again');
    await expect.poll(() => logged(bot)).toBe(before + 1);
    expect(postsTo(sandbox, dana).filter((text) => text.startsWith('This week'))).toHaveLength(1);
  },
  { onFile: 'a server’s disk is its own' },
);

row(
  23,
  async () => {
    const sandbox = await openSandbox({ clock: testClock() });
    const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: sandbox.apiUrl };
    const refuses = async (path: string): Promise<void> => {
      const bot = startProcess([], { ...tokens, FIRSTLINE_DB: path });
      expect(await bot.exited).toBe(1);
      expect(bot.output()).toContain("can't be written. Give this user write access");
      expect(bot.output()).not.toContain('at work');
    };
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    // A folder that is none; a folder in the file's place; where nobody may write, whoever they are.
    await refuses(join(folder, 'file', 'firstline.db'));
    await refuses(folder);
    if (process.platform === 'linux') await refuses('/proc/firstline.db');
    // A folder, and a database in it, that only others may write.
    const { address } = await filledPlace();
    for (const [path, mode] of [
      [address, 0o444],
      [dirname(address), 0o555],
    ] as const)
      chmodSync(path, mode);
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
    const bot = startProcess([], { ...tokens, FIRSTLINE_DB: address }, dirname(address), nobody);
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain("can't be written. Give this user write access");
    expect(sandbox.traffic.filter(({ name }) => name === 'chat.postMessage')).toEqual([]);
  },
  { onFile: 'there is no file' },
);

/** Holds the write lock for half a second, from another process. */
const holder = `
  const SQLite = require('better-sqlite3');
  const database = new SQLite(process.argv[1]);
  database.exec('begin immediate');
  console.log('held');
  setTimeout(() => database.exec('commit'), 500);
`;

row(25, async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const place = await filledPlace(clock.now());
  const bot = place.start(sandbox);
  await bot.says('Firstline is at work');
  const held = isOnServer ? await holdOnServer(place.address) : await holdFile(place.address);
  const commands = ['one', 'two', 'three'].map((word) => sandbox.as(dana).command('/coach', `@priya ${word}`));
  await Promise.all([held.over, ...commands]);
  const count = () => place.look(async (store) => (await interactionsBetween(store, { limit: 9 })).length);
  await expect.poll(count, { timeout: 10_000 }).toBe(3);
  await kill(bot);
});

/** @returns resolves when it is held, with what resolves when it no longer is */
async function holdFile(path: string): Promise<{ readonly over: Promise<unknown> }> {
  const other = spawn(process.execPath, ['-e', holder, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const over = once(other, 'close');
  await once(other.stdout, 'data');
  return { over };
}

async function holdOnServer(address: string): Promise<{ readonly over: Promise<unknown> }> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query('begin; lock table interaction in access exclusive mode');
  const over = client.query('select pg_sleep(0.5); commit').then(() => client.end());
  return { over };
}

const declared = (path: string) => {
  const sqlite = new SQLite(path);
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  const found = declaredIn(sqlite);
  sqlite.close();
  return found;
};

row(
  26,
  async () => {
    const folder = emptyFolder();
    const landed = join(folder, 'landed.db');
    await makeLanded(landed);
    fillLanded(landed);
    const names = Object.keys(await migrations().getMigrations()).toSorted();
    for (const kind of ['first start', 'update']) {
      const fresh = (name: string): string => {
        const path = join(folder, `${kind} ${name}.db`);
        if (kind === 'update') copyFileSync(landed, path);
        return path;
      };
      const whole = fresh('whole');
      const statements = Number((await migrated(whole, 0)).output);
      expect(statements).toBeGreaterThan(names.length / 4);
      const [before, after] = [kind === 'update' ? declared(landed) : '', declared(whole)];
      const every = Math.ceil(statements / (isWhole ? names.length : 3));
      let killed = 0;
      for (let at = 1; at <= statements; at += every) {
        const path = fresh(`killed ${at}`);
        const { signal } = await migrated(path, at);
        expect([at, signal]).toEqual([at, 'SIGKILL']);
        killed += 1;
        expect([before, after]).toContain(declared(path));
        expect((await migrated(path, 0)).signal).toBeNull();
        expect(declared(path)).toBe(after);
      }
      expect(killed).toBeGreaterThan(1);
    }
  },
  { onFile: 'PostgreSQL migrates in one transaction', milliseconds: 400_000 },
);
