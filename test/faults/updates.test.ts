/** From each release to this version, with a kill in each step; and back. What Slack got is the oracle of "nothing twice". */
import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { UserError } from '../../src/errors.ts';
import { copyBeforeUpdate } from '../../src/store/before-update.ts';
import { copiesBeside } from '../../src/store/copies-beside.ts';
import { openDatabase } from '../../src/store/db.ts';
import { checkFile, ownSchema } from '../../src/store/file-check.ts';
import { knownMigrations } from '../../src/store/migration-record.ts';
import { hashOf } from '../../tools/schema/frozen.ts';
import { startBot } from '../helpers/bot.ts';
import { firstline } from '../helpers/command-line.ts';
import { filledDatabase } from '../helpers/database.ts';
import { due, leaders } from '../helpers/instances.ts';
import { contentOf, declaredIn, fillLanded, makeLanded } from '../helpers/landed-schema.ts';
import { migrated } from '../helpers/migrated.ts';
import { postsTo } from '../helpers/posts.ts';
import { emptyFolder, startProcess } from '../helpers/process.ts';
import type { BotProcess } from '../helpers/process.ts';
import { makeReleased, migrationsOf, releases } from '../helpers/released-schema.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';
import { stepsOf } from '../recipes/follow.ts';

const root = join(import.meta.dirname, '../..');
const day = 24 * 3_600_000;
const now = new Date('2026-11-23T15:00:00Z');
const [last = ''] = releases.toReversed();
const endings = ['', '-wal', '-shm'];

function declared(path: string): string {
  const sqlite = new SQLite(path);
  const found = declaredIn(sqlite);
  const isWhole = sqlite.pragma('integrity_check', { simple: true });
  sqlite.close();
  expect(isWhole).toBe('ok');
  return found;
}

/** Of a release, with people and sealed words in it. */
function oldDatabase(release = last, key?: Buffer): string {
  const path = join(emptyFolder(), 'firstline.db');
  makeReleased(path, release);
  fillLanded(path, key);
  return path;
}

test('every release in the changelog is frozen, and nothing else', () => {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const released = [...changelog.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gmu)].map(([, version]) => version);
  expect(released.length).toBeGreaterThan(0);
  expect(releases.toReversed(), 'npm run freeze-schema: docs/adding-a-migration.md').toEqual(released);
});

test.each(releases)(
  '%s: its migrations are there to the letter, and make what it was released with',
  async (release) => {
    const frozen = migrationsOf(release);
    expect(frozen.map(({ name }) => name)).toEqual(knownMigrations().slice(0, frozen.length));
    expect(frozen.filter(({ name, hash }) => hashOf(name) !== hash)).toEqual([]);
    const [made, kept] = [join(emptyFolder(), 'made.db'), join(emptyFolder(), 'kept.db')];
    await makeLanded(made, frozen.at(-1)?.name);
    makeReleased(kept, release);
    expect(declared(kept)).toBe(declared(made));
  },
);

test.each(releases)(
  '%s to this version, killed in each step: the old schema or the new, and nothing is lost',
  async (release) => {
    const original = oldDatabase(release);
    const whole = join(emptyFolder(), 'whole.db');
    copyFileSync(original, whole);
    const statements = Number((await migrated(whole, 0)).output);
    const [before, after] = [declared(original), declared(whole)];
    expect(after).not.toBe(before);
    const content = contentOf(original, original);
    const path = join(emptyFolder(), 'firstline.db');
    const steps = knownMigrations().length - migrationsOf(release).length;
    // The last one is the commit.
    const points = Array.from({ length: steps }, (_, step) => Math.floor((step * statements) / steps) + 1);
    for (const at of [...points, statements]) {
      for (const ending of endings) rmSync(path + ending, { force: true });
      copyFileSync(original, path);
      expect(await migrated(path, at)).toMatchObject({ signal: 'SIGKILL' });
      expect([before, after]).toContain(declared(path));
      const again = await openDatabase({ path });
      await again.close();
      expect(declared(path)).toBe(after);
      expect(contentOf(path, original)).toBe(content);
    }
  },
);

test('an update keeps how it was before, whatever a killed one left there; its name is in the log', async () => {
  const key = randomBytes(32);
  const path = oldDatabase(last, key);
  const content = contentOf(path, path);
  const copy = `${path}.before-${ownSchema()}`;
  for (const left of [copy, `${copy}.new`, `${copy}.new.part`, `${path}.before-0004`])
    writeFileSync(left, 'half of somet');
  const sandbox = await openSandbox({ clock: testClock() });
  const bot = start(sandbox, path, now, key);
  await bot.says('Firstline is at work');
  expect(bot.output()).toContain(JSON.stringify(copy));
  expect(copiesBeside(path)).toEqual([copy]);
  expect(checkFile(copy)).toMatchObject({ age: 'older', schema: migrationsOf(last).at(-1)?.name.slice(0, 4) });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(contentOf(copy, copy)).toBe(content);
  await stop(bot);
  const second = start(sandbox, path, new Date(now.getTime() + 6 * day), key);
  await second.says('Firstline is at work');
  await stop(second);
  expect(existsSync(copy)).toBe(true);
  const third = start(sandbox, path, new Date(now.getTime() + 8 * day), key);
  await third.says('a week old: deleted');
  expect(copiesBeside(path)).toEqual([]);
  await stop(third);
});

test('a new database, and one of this version, are not copied', async () => {
  const databasePath = join(emptyFolder(), 'firstline.db');
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  for (let starts = 0; starts < 2; starts += 1) await (await startBot({ sandbox, clock, databasePath })).stop();
  expect(checkFile(databasePath).age).toBe('same');
  expect(copiesBeside(databasePath)).toEqual([]);
});

test.skipIf(process.platform !== 'linux')('what can’t be copied isn’t updated, and it says why', async () => {
  const path = oldDatabase();
  const before = declared(path);
  const bytes = statSync(path).size;
  const room = Math.floor(bytes / 1024 / 2);
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -f ${room}; exec "$0" "$@"`, process.execPath, join(root, 'bin/firstline.js'), 'people'],
    {
      cwd: dirname(path),
      env: { PATH: process.env['PATH'], FIRSTLINE_DB: path, NODE_DISABLE_COMPILE_CACHE: '1' },
      encoding: 'utf8',
    },
  );
  expect(stderr).toMatch(
    /can’t be copied before the update \(SQLITE_\w+\), so it was not brought up to date\. Make room for \d+ MB/u,
  );
  expect(status).toBe(1);
  expect(declared(path)).toBe(before);
  expect(copiesBeside(path)).toEqual([]);
  const orphaned = new SQLite(path);
  orphaned.pragma('foreign_keys = off');
  orphaned.exec('update interaction set manager_id = 99 where id = 1');
  orphaned.close();
  expect(() => copyBeforeUpdate(path, now)).toThrow(UserError);
  expect(() => copyBeforeUpdate(path, now)).toThrow('is damaged, so it was not brought up to date');
  expect(copiesBeside(path)).toEqual([]);
});

test('an update while the older one works is refused; back from it nothing is sent again, and the way is named', async () => {
  const newer = newerProgram();
  const sandbox = await openSandbox({ clock: testClock(due.toISOString()) });
  const path = await filledDatabase(new Date(due.getTime() - day));
  const older = start(sandbox, path, new Date(due.getTime() - day));
  await older.says('Firstline is at work');
  const beside = startProcess(['people'], { FIRSTLINE_DB: path }, emptyFolder(), undefined, newer);
  expect(await beside.exited).toBe(1);
  expect(beside.output()).toContain('Another Firstline is already running');
  expect(checkFile(path).age).toBe('same');
  await stop(older);

  const first = startProcess(['people'], { FIRSTLINE_DB: path }, emptyFolder(), undefined, newer);
  expect(await first.exited).toBe(0);
  expect(first.output()).toContain(`How it was before is in ${path}.before-9999\n`);
  const updated = start(sandbox, path, due, undefined, newer);
  await expect.poll(() => counts(sandbox), { timeout: 30_000 }).toEqual(leaders.map(() => 1));
  await stop(updated);

  const refused = start(sandbox, path, due);
  expect(await refused.exited).toBe(1);
  const copy = `${path}.before-9999`;
  expect(refused.output()).toContain('was made by a newer version of Firstline. It was left as it is.');
  expect(refused.output()).toContain(`before the update: firstline restore ${copy} --aside\n`);
  const restored = await firstline(dirname(path), ['restore', copy, '--aside'], {
    FIRSTLINE_DB: path,
    FIRSTLINE_CLOCK: due.toISOString(),
  });
  expect(restored).toMatchObject({ code: 0, errors: '' });
  const back = start(sandbox, path, new Date(due.getTime() + 120_000));
  await back.says('older than what was sent from it');
  await expect.poll(() => parked(path), { timeout: 30_000 }).toBe(leaders.length);
  await stop(back);
  expect(counts(sandbox)).toEqual(leaders.map(() => 1));
});

const counts = (sandbox: RunningSandbox) => leaders.map((leader) => postsTo(sandbox, leader).length);

function parked(path: string): number {
  const sqlite = new SQLite(path, { readonly: true });
  try {
    return (
      sqlite
        .prepare<[], number>(`select count(*) from outbox where state = 'parked' and kind = 'plan'`)
        .pluck()
        .get() ?? 0
    );
  } finally {
    sqlite.close();
  }
}

/** This program with a migration more: what comes after it. @returns what starts it */
function newerProgram(): string {
  const folder = emptyFolder();
  for (const path of ['src', 'bin', 'migrations', 'package.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const [migration] = stepsOf('adding-a-migration.md');
  writeFileSync(join(folder, (migration?.path ?? '').replace('NNNN', '9999')), migration?.code ?? '');
  return join(folder, 'bin/firstline.js');
}

function start(sandbox: RunningSandbox, path: string, at: Date, key?: Buffer, program?: string): BotProcess {
  const environment = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: sandbox.apiUrl,
    FIRSTLINE_DB: path,
    FIRSTLINE_CLOCK: at.toISOString(),
    ...(key !== undefined && { FIRSTLINE_KEY: key.toString('base64') }),
  };
  return startProcess([], environment, emptyFolder(), undefined, program);
}

async function stop(bot: BotProcess): Promise<void> {
  bot.child.kill('SIGTERM');
  await bot.exited;
}
