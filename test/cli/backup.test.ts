/** A copy of the database while a bot works, and putting it back: what Slack got is the oracle. */
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { checkFile } from '../../src/store/file-check.ts';
import { heldProblem } from '../../src/store/held-back.ts';
import { firstline, scratchFolder } from '../helpers/command-line.ts';
import { filledDatabase, inDatabase } from '../helpers/database.ts';
import { fillLanded, makeLanded } from '../helpers/landed-schema.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { startProcess } from '../helpers/process.ts';
import type { BotProcess } from '../helpers/process.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';

const leaders = [slackIdOf('lee'), slackIdOf('dana'), slackIdOf('marco')];
/** A Sunday, and the Monday when all plans are due. */
const sunday = Date.parse('2026-11-22T15:00:00Z');
const due = Date.parse('2026-11-23T15:00:00Z');
const minute = 60_000;
const patience = 60_000;

const environment = (database: string, at: number) => ({
  FIRSTLINE_DB: database,
  FIRSTLINE_CLOCK: new Date(at).toISOString(),
});

function start(sandbox: RunningSandbox, database: string, at: number): BotProcess {
  return startProcess([], {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: sandbox.apiUrl,
    ...environment(database, at),
  });
}

async function stop(bot: BotProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  bot.child.kill(signal);
  await bot.exited;
}

/** How many plans each of them has got. */
const counts = (sandbox: RunningSandbox) =>
  leaders.map((leader) => postsTo(sandbox, leader).filter((text) => text.startsWith('This week')).length);

const sent = (database: string) =>
  inDatabase(
    database,
    async (store) => (await deliveriesIn(store, ['sent'])).filter(({ kind }) => kind === 'plan').length,
  );

const held = (database: string) =>
  inDatabase(database, async (store) => {
    const parked = await deliveriesIn(store, ['parked']);
    return parked.filter(({ kind, problem }) => kind === 'plan' && problem === heldProblem).length;
  });

async function until(what: () => Promise<number>, count: number): Promise<void> {
  await expect.poll(what, { timeout: patience, interval: 100 }).toBe(count);
}

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

function moveAway(database: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(database + ending, { force: true });
}

test('a backup under load is whole, holds up nobody, and what was sent after it is never sent again', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(sunday));
  const folder = scratchFolder();
  const before = start(sandbox, database, sunday);
  await before.says('Firstline is at work');
  const load = { isOn: true };
  const taps = (async () => {
    while (load.isOn) await sandbox.as(slackIdOf('dana')).command('/coach', '@priya Let the silence work');
  })();
  const copy = join(folder, 'copy.db');
  const ran = await firstline(folder, ['backup', copy], environment(database, sunday));
  load.isOn = false;
  await taps;
  expect(ran).toMatchObject({ code: 0, errors: '' });
  expect(ran.output).toMatch(/Backed up .* and checked it: .* rows in \d+ tables, schema \d{4}/u);
  expect(readdirSync(folder)).toEqual(['copy.db']);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(checkFile(copy).age).toBe('same');
  await stop(before);

  const monday = start(sandbox, database, due);
  await until(() => sent(database), leaders.length);
  await stop(monday);
  expect(counts(sandbox)).toEqual([1, 1, 1]);

  const elsewhere = join(scratchFolder(), 'firstline.db');
  const restored = await firstline(folder, ['restore', copy], environment(elsewhere, due + 5 * minute));
  expect(restored).toMatchObject({ code: 0, errors: '' });
  const again = start(sandbox, elsewhere, due + 5 * minute);
  await again.says('older than what was sent from it');
  await until(() => held(elsewhere), leaders.length);
  expect(counts(sandbox)).toEqual([1, 1, 1]);
  const released = await firstline(folder, ['restore', '--release', 'drop'], environment(elsewhere, due + 6 * minute));
  expect(released.output).toMatch(/messages dropped\. Everything that comes due/u);
  await stop(again);
  const last = start(sandbox, elsewhere, due + 7 * minute);
  await last.says('Firstline is at work');
  await until(() => held(elsewhere), 0);
  await stop(last);
  expect(counts(sandbox)).toEqual([1, 1, 1]);
});

test.each<[string, NodeJS.Signals]>([
  ['stopped in order', 'SIGTERM'],
  ['killed', 'SIGKILL'],
])('the file of before copied back by hand over one that was %s: nothing is sent again', async (_how, signal) => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(sunday));
  const first = start(sandbox, database, sunday);
  await first.says('Firstline is at work');
  await stop(first);
  const copy = join(scratchFolder(), 'yesterday.db');
  copyFileSync(database, copy);
  const monday = start(sandbox, database, due);
  await until(() => sent(database), leaders.length);
  await stop(monday, signal);

  moveAway(database);
  copyFileSync(copy, database);
  const again = start(sandbox, database, due + 5 * minute);
  await again.says('older than what was sent from it');
  await until(() => held(database), leaders.length);
  await stop(again);
  expect(counts(sandbox)).toEqual([1, 1, 1]);
});

test('a copy of the file and its log, as Litestream restores it: by restore or by hand on a new machine nothing is sent again', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(sunday));
  const bot = start(sandbox, database, sunday);
  await bot.says('Firstline is at work');
  const dana = sandbox.as(slackIdOf('dana'));
  await dana.command('/coach', '@priya Let the silence work');
  await sandbox.until('the note', () => dana.messages().length > 0);
  const replica = join(scratchFolder(), 'replica.db');
  for (const ending of ['', '-wal']) copyFileSync(database + ending, replica + ending);
  await stop(bot, 'SIGKILL');
  const monday = start(sandbox, database, due);
  await until(() => sent(database), leaders.length);
  await stop(monday, 'SIGKILL');
  expect(counts(sandbox)).toEqual([1, 1, 1]);

  const restored = join(scratchFolder(), 'firstline.db');
  const ran = await firstline(dirname(restored), ['restore', replica], environment(restored, due));
  expect(ran).toMatchObject({ code: 0, errors: '' });
  const byHand = join(scratchFolder(), 'firstline.db');
  for (const ending of ['', '-wal']) copyFileSync(replica + ending, byHand + ending);
  for (const [place, why] of [
    [restored, 'backup'],
    [byHand, 'no-mark'],
  ] as const) {
    const again = start(sandbox, place, due + 5 * minute);
    await again.says(`"why":"${why}"`);
    await until(() => held(place), leaders.length);
    await stop(again);
    const notes = await inDatabase(place, (store) => interactionsBetween(store, { limit: 9 }));
    expect(notes).toHaveLength(1);
  }
  expect(counts(sandbox)).toEqual([1, 1, 1]);
});

test('what was on its way in the backup is found in Slack by its own id, and not sent again when released', async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const database = await filledDatabase(new Date(due));
  leaders.forEach(() => sandbox.script('chat.postMessage', { kind: 'error', error: 'internal_error' }));
  const first = start(sandbox, database, due);
  await sandbox.until('all refused', () => callsOf(sandbox, 'chat.postMessage').length >= leaders.length, patience);
  await stop(first, 'SIGKILL');
  const folder = scratchFolder();
  const copy = join(folder, 'copy.db');
  expect((await firstline(folder, ['backup', copy], environment(database, due))).code).toBe(0);
  const second = start(sandbox, database, due + 2 * minute);
  await until(() => sent(database), leaders.length);
  await stop(second);
  expect(counts(sandbox)).toEqual([1, 1, 1]);

  moveAway(database);
  expect((await firstline(folder, ['restore', copy], environment(database, due + 4 * minute))).code).toBe(0);
  expect(
    (await firstline(folder, ['restore', '--release', 'send'], environment(database, due + 4 * minute))).code,
  ).toBe(0);
  const third = start(sandbox, database, due + 5 * minute);
  await until(() => sent(database), leaders.length);
  await stop(third);
  expect(counts(sandbox)).toEqual([1, 1, 1]);
});

test('nothing is overwritten, and what is left out is said', async () => {
  const database = await filledDatabase(new Date(sunday));
  const folder = scratchFolder();
  const copy = join(folder, 'copy.db');
  const sealed = { FIRSTLINE_KEY: key(1) };
  await firstline(folder, ['workspaces'], { FIRSTLINE_DB: database, ...sealed });
  const { output } = await firstline(folder, ['backup', copy], { FIRSTLINE_DB: database, ...sealed });
  expect(output).toContain('.pulse-key');
  expect(output).toMatch(/FIRSTLINE_KEY \(fingerprint [0-9a-f]{8}\)/u);
  expect(output).toContain('.env');
  const bytes = readFileSync(copy);
  const again = await firstline(folder, ['backup', copy], { FIRSTLINE_DB: database });
  expect(again).toMatchObject({ code: 1, output: '' });
  expect(again.errors).toContain('There is something at');
  expect(readFileSync(copy)).toEqual(bytes);
  const over = await firstline(folder, ['restore', copy], { FIRSTLINE_DB: database });
  expect(over).toMatchObject({ code: 1 });
  expect(over.errors).toContain('it is left as it is');
});

test('--aside moves what is there with its log, leaves the mark, and only once the backup is known to be good', async () => {
  const database = await filledDatabase(new Date(sunday));
  const folder = scratchFolder();
  const [good, bad] = [join(folder, 'good.db'), join(folder, 'bad.db')];
  expect((await firstline(folder, ['backup', good], environment(database, sunday))).code).toBe(0);
  writeFileSync(bad, 'no database at all');
  const log = `${database}-wal`;
  writeFileSync(database, 'whatever a broken disk left');
  writeFileSync(log, 'and of its log');
  const refused = await firstline(folder, ['restore', good], environment(database, due));
  expect(refused.errors).toContain('add --aside');
  const spoiled = await firstline(folder, ['restore', bad, '--aside'], environment(database, due));
  expect(spoiled.code).toBe(1);
  expect(readFileSync(log, 'utf8')).toBe('and of its log');
  const restored = await firstline(folder, ['restore', good, '--aside'], environment(database, due));
  const aside = `${database}.aside-20261123T150000Z`;
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(restored.output).toContain(`What was there is at ${aside} now.`);
  expect(readFileSync(aside, 'utf8')).toBe('whatever a broken disk left');
  expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('and of its log');
  expect(checkFile(database).age).toBe('same');
  expect(existsSync(`${database}.sending-mark`)).toBe(true);
});

test('a backup with PostgreSQL names pg_dump, and never the password', async () => {
  const { code, errors } = await firstline(scratchFolder(), ['backup', 'copy.db'], {
    FIRSTLINE_DB: 'postgres://ada:canary@db.example.com:5432/sales',
    FIRSTLINE_KEY: Buffer.alloc(32, 1).toString('base64'),
    FIRSTLINE_PULSE_KEYS: '/var/lib/firstline/keys/',
  });
  expect(code).toBe(1);
  expect(errors).toContain('pg_dump --format=custom --file=copy.db postgres://ada@db.example.com:5432/sales');
  expect(errors).not.toContain('canary');
});

test('a damaged copy, a newer one and one with another key are refused, and nothing is put in the place', async () => {
  const database = await filledDatabase(new Date(sunday));
  const folder = scratchFolder();
  const place = join(folder, 'place.db');
  const restore = (copy: string, more: Record<string, string> = {}) =>
    firstline(folder, ['restore', copy], { FIRSTLINE_DB: place, ...more });

  const torn = join(folder, 'torn.db');
  const bytes = readFileSync(database);
  bytes.fill(0xa5, 4096 * 3, 4096 * 4);
  writeFileSync(torn, bytes);
  expect((await restore(torn)).errors).toMatch(/torn\.db is damaged/u);

  const newer = join(folder, 'newer.db');
  copyFileSync(database, newer);
  const sqlite = new SQLite(newer);
  sqlite.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-of-tomorrow', '2099');
  sqlite.close();
  expect((await restore(newer)).errors).toContain('newer version');

  const sealed = join(folder, 'sealed.db');
  copyFileSync(database, join(folder, 'live.db'));
  await firstline(folder, ['workspaces'], { FIRSTLINE_DB: join(folder, 'live.db'), FIRSTLINE_KEY: key(1) });
  await firstline(folder, ['backup', sealed], { FIRSTLINE_DB: join(folder, 'live.db'), FIRSTLINE_KEY: key(1) });
  expect((await restore(sealed, { FIRSTLINE_KEY: key(2) })).errors).toContain('another key');
  expect((await restore(sealed)).errors).toContain('FIRSTLINE_KEY isn’t set');
  expect(readdirSync(folder).filter((name) => name.startsWith('place.db') && !name.endsWith('.lock'))).toEqual([]);
  expect((await restore(sealed, { FIRSTLINE_KEY: key(1) })).code).toBe(0);
  expect(existsSync(place)).toBe(true);
});

test('a backup of an older version is made as it is, and brought up to date where it is restored', async () => {
  const folder = scratchFolder();
  const [old, copy, place] = [join(folder, 'old.db'), join(folder, 'copy.db'), join(folder, 'place.db')];
  await makeLanded(old);
  fillLanded(old);
  expect((await firstline(folder, ['backup', copy], { FIRSTLINE_DB: old })).code).toBe(0);
  expect(checkFile(copy)).toMatchObject({ age: 'older', schema: '0005' });
  const { code, output } = await firstline(folder, ['restore', copy], { FIRSTLINE_DB: place });
  expect(code).toBe(0);
  expect(output).toContain('is sent again by itself');
  expect(checkFile(place).age).toBe('same');
  expect(checkFile(copy).age).toBe('older');
});

test('numbers of what is lost are never given again', async () => {
  const database = await filledDatabase(new Date(sunday));
  const folder = scratchFolder();
  const copy = join(folder, 'copy.db');
  await firstline(folder, ['backup', copy], { FIRSTLINE_DB: database });
  const place = join(folder, 'place.db');
  await firstline(folder, ['restore', copy], { FIRSTLINE_DB: place });
  const of = new Map(lastNumbers(database).map(({ name, seq }) => [name, seq]));
  const after = lastNumbers(place);
  expect(after.length).toBeGreaterThan(20);
  expect(after.filter(({ name, seq }) => seq < (of.get(name) ?? 0) + 100_000)).toEqual([]);
});

function lastNumbers(path: string): { name: string; seq: number }[] {
  const sqlite = new SQLite(path, { readonly: true });
  try {
    return sqlite.prepare<[], { name: string; seq: number }>('select name, seq from sqlite_sequence').all();
  } finally {
    sqlite.close();
  }
}
