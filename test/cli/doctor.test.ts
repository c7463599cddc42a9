/** Broken set-ups, each named with its mend. The command runs in this process, against a database file and the sandbox. */
import { copyFileSync, linkSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import SQLite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { runCommandLine } from '../../src/cli/firstline.ts';
import type { Edge } from '../../src/cli/edge.ts';
import { openDatabase } from '../../src/store/db.ts';
import { saveInstallation } from '../../src/store/slack-installations.ts';
import { scratchFolder } from '../helpers/command-line.ts';
import { filledDatabase } from '../helpers/database.ts';
import { appToken, botToken, openSandbox, readManifest, teamId } from '../helpers/sandbox.ts';

interface Said {
  readonly ok: boolean;
  readonly findings: readonly { readonly check: string; readonly ok: boolean; readonly says: string }[];
}

let sandbox: RunningSandbox;
let database: string;
let written: SQLite.Database | undefined;

beforeEach(async () => {
  sandbox = await openSandbox();
  database = await filledDatabase(new Date('2026-11-22T15:00:00Z'));
});
afterEach(() => written?.close());

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

const sound = (): Record<string, string> => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: sandbox.apiUrl,
  FIRSTLINE_DB: database,
});

async function run(words: readonly string[], environment: Record<string, string>, more: Partial<Edge> = {}) {
  const said = { output: '', errors: '' };
  const into = (name: keyof typeof said) =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said[name] += chunk.toString();
        done();
      },
    });
  let ids = 0;
  const code = await runCommandLine(words, {
    environment,
    now: () => new Date(),
    newId: () => `id-${(ids += 1)}`,
    output: into('output'),
    errors: into('errors'),
    nodeVersion: process.versions.node,
    ...more,
  });
  return { code, ...said };
}

async function doctor(environment: Record<string, string>, more: Partial<Edge> = {}): Promise<Said & { code: number }> {
  const { code, output, errors } = await run(['doctor', '--json'], environment, more);
  expect(errors).toBe('');
  return { code, ...(JSON.parse(output) as Said) };
}

/** The only fault, which is what the exit code says, too. */
async function onlyFault(environment: Record<string, string>, more: Partial<Edge> = {}): Promise<string> {
  const { code, ok, findings } = await doctor(environment, more);
  const faults = findings.filter((finding) => !finding.ok).map(({ check, says }) => `${check}: ${says}`);
  expect({ code, ok }).toEqual({ code: 1, ok: false });
  expect(faults).toHaveLength(1);
  return faults[0] ?? '';
}

test('nothing is wrong with what is sound, nothing is posted and no file is changed', async () => {
  const before = readFileSync(database);
  const { code, findings, ok } = await doctor(sound());
  expect(findings.filter((finding) => !finding.ok)).toEqual([]);
  expect({ code, ok }).toEqual({ code: 0, ok: true });
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining([
      'node',
      'settings',
      'folder',
      'disk',
      'database',
      'key',
      'clock',
      'token',
      'scopes',
      'app token',
    ]),
  );
  expect(readFileSync(database)).toEqual(before);
  expect(new Set(sandbox.traffic.map(({ name }) => name))).toEqual(new Set(['auth.test', 'apps.connections.open']));
  expect((await run(['doctor'], sound())).output).toMatch(/^ok +node[\s\S]*All is well\.\n$/u);
});

test('a database that isn’t there yet is no fault: the first start makes it', async () => {
  const { findings, ok } = await doctor({ ...sound(), FIRSTLINE_DB: join(scratchFolder(), 'firstline.db') });
  expect(ok).toBe(true);
  expect(findings.find(({ check }) => check === 'database')?.says).toContain('the first start makes one');
});

describe('of a broken set-up the one fault is named, with its mend', () => {
  test('an old Node', async () => {
    expect(await onlyFault(sound(), { nodeVersion: '20.1.0' })).toMatch(/^node: Node 20\.1\.0 is too old\. Install/u);
  });

  test('several wrong settings, a line each', async () => {
    const { code, findings } = await doctor({ ...sound(), PORT: 'http', FIRSTLINE_KEY: 'short', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    const faults = findings.filter(({ ok }) => !ok);
    expect(faults.map(({ check }) => check)).toEqual(['settings', 'settings', 'settings']);
    expect(faults.map(({ says }) => says).join(' ')).toMatch(/PORT must be.*FIRSTLINE_KEY must be.*LOG_LEVEL must be/u);
  });

  test('another key', async () => {
    const opened = await openDatabase({ path: database, key: Buffer.alloc(32, 1) });
    await opened.close();
    expect(await onlyFault({ ...sound(), FIRSTLINE_KEY: key(2) })).toMatch(/^key: .*another key.*Set the key/u);
    expect(await onlyFault(sound())).toMatch(/^key: FIRSTLINE_KEY isn’t set.*Set the key/u);
  });

  test('a corrupt page', async () => {
    const bytes = readFileSync(database);
    bytes.fill(0xa5, 4096 * 3, 4096 * 4);
    writeFileSync(database, bytes);
    expect(await onlyFault(sound())).toMatch(/^database: .* is damaged .*firstline restore BACKUP/u);
  });

  test('a newer schema', async () => {
    const sqlite = new SQLite(database);
    sqlite.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-of-tomorrow', '2099');
    sqlite.close();
    expect(await onlyFault(sound())).toMatch(
      /^database: .* made by a newer version \(schema 9999\).*restore a backup/u,
    );
  });

  test('a file with two names, which two bots could take for theirs', async () => {
    linkSync(database, join(scratchFolder(), 'other.db'));
    expect(await onlyFault(sound())).toMatch(/^database: .* second name .*Remove the other name/u);
  });

  test('a folder that nobody can write to', async () => {
    expect(await onlyFault({ ...sound(), FIRSTLINE_DB: '/proc/self/firstline.db' })).toMatch(
      /^folder: .* can’t be written\. Give/u,
    );
  });

  test('a folder that isn’t there', async () => {
    expect(await onlyFault({ ...sound(), FIRSTLINE_DB: join(scratchFolder(), 'no', 'firstline.db') })).toMatch(
      /^database: The folder .* isn’t there\. Make it/u,
    );
  });

  test('a full disk', async () => {
    expect(await onlyFault(sound(), { freeBytes: () => 3 * 1_048_576 })).toMatch(
      /^disk: .* almost full: 3\.0 MB are free\. Make room/u,
    );
  });

  test.each([
    [600_000, 'ahead of'],
    [-600_000, 'behind'],
  ])('a clock that is %i ms off', async (off, how) => {
    const fault = await onlyFault(sound(), { now: () => new Date(Date.now() + off) });
    expect(fault).toMatch(
      new RegExp(`^clock: .* (?:59\\d|60\\d) s ${how} Slack’s\\. Turn on time synchronization`, 'u'),
    );
  });

  test('a Slack that can’t be reached', async () => {
    await sandbox.stop();
    expect(await onlyFault(sound())).toMatch(/^slack: Slack can’t be reached at 127\.0\.0\.1:\d+\. Check .*network/u);
  });

  test('a revoked token', async () => {
    sandbox.script('auth.test', { kind: 'error', error: 'token_revoked' });
    expect(await onlyFault(sound())).toMatch(
      /^token: Slack refuses SLACK_BOT_TOKEN \(token_revoked\)\. Install the app again/u,
    );
  });

  test('a wrong app token', async () => {
    expect(await onlyFault({ ...sound(), SLACK_APP_TOKEN: 'xapp-of-another' })).toMatch(
      /^app token: Slack refuses SLACK_APP_TOKEN \(invalid_auth\)\. .*connections:write/u,
    );
  });

  test('a missing scope', async () => {
    const manifest = readManifest() as { oauth_config: { scopes: { bot: string[] } } };
    const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'im:history');
    const other = await openSandbox({ manifest: { ...manifest, oauth_config: { scopes: { bot } } } });
    expect(await onlyFault({ ...sound(), SLACK_API_URL: other.apiUrl })).toMatch(
      /^scopes: Slack hasn’t granted: im:history\. .*install the app again/u,
    );
  });

  test('deals that no longer come: the file is gone, or nobody writes it', async () => {
    const deals = join(scratchFolder(), 'deals.csv');
    expect(await onlyFault({ ...sound(), FIRSTLINE_DEALS: deals })).toMatch(/^deals of T\w+: There is no file/u);
    writeFileSync(deals, 'id,name\n');
    const old = new Date(Date.now() - 9.5 * 86_400_000);
    utimesSync(deals, old, old);
    expect(await onlyFault({ ...sound(), FIRSTLINE_DEALS: deals })).toMatch(
      /hasn’t changed for 9 days\. See that your CRM/u,
    );
  });

  test('a log with a flipped byte', async () => {
    const killed = killedOn(database);
    expect(await onlyFault({ ...sound(), FIRSTLINE_DB: killed })).toMatch(
      /^database: .*write-ahead log.*firstline restore/u,
    );
  });

  test('a backup that was put in the place of what was sent from since', async () => {
    const copy = join(scratchFolder(), 'copy.db');
    const place = join(scratchFolder(), 'place.db');
    expect((await run(['backup', copy], sound())).code).toBe(0);
    expect((await run(['restore', copy], { ...sound(), FIRSTLINE_DB: place })).code).toBe(0);
    expect(await onlyFault({ ...sound(), FIRSTLINE_DB: place })).toMatch(
      /^on hold: .*firstline restore --release drop/u,
    );
  });
});

test('with OAuth each workspace’s own token is looked at', async () => {
  const opened = await openDatabase({ path: database, key: Buffer.alloc(32, 1) });
  await saveInstallation(opened.forWorkspace(teamId), {
    id: teamId,
    name: 'Test & Co',
    isOrganisation: false,
    enterpriseId: undefined,
    appId: 'A1',
    botUserId: sandbox.botUserId,
    botId: undefined,
    token: botToken,
    refreshToken: undefined,
    obtainedAt: new Date(),
    expiresAt: undefined,
    installedBy: undefined,
    installedAt: new Date(),
  });
  await opened.close();
  const environment = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'secret',
    SLACK_STATE_SECRET: 'state',
    SLACK_SIGNING_SECRET: 'signing',
    PORT: '3000',
    SLACK_API_URL: sandbox.apiUrl,
    FIRSTLINE_DB: database,
    FIRSTLINE_KEY: key(1),
  };
  const { findings, ok } = await doctor(environment);
  expect(ok).toBe(true);
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining([`token of ${teamId}`, `scopes of ${teamId}`]),
  );
  sandbox.script('auth.test', { kind: 'error', error: 'account_inactive' });
  expect(await onlyFault(environment)).toMatch(
    /^token of T0FIRSTLINE: Slack refuses the token of T0FIRSTLINE \(account_inactive\)/u,
  );
});

/** As a killed bot leaves it, with a byte of its log flipped since. */
function killedOn(path: string): string {
  written = new SQLite(path);
  written.pragma('journal_mode = WAL');
  for (let at = 0; at < 5; at += 1)
    written.prepare('insert into mark (workspace_id, name, value) values (?, ?, ?)').run('T0', `mark-${at}`, 'x');
  const killed = join(scratchFolder(), 'killed.db');
  for (const ending of ['', '-wal']) copyFileSync(path + ending, killed + ending);
  const log = readFileSync(`${killed}-wal`);
  log[100] = (log[100] ?? 0) ^ 0xff;
  writeFileSync(`${killed}-wal`, log);
  return killed;
}

test('a log with a flipped byte is refused at the start, and both files are kept as they are', async () => {
  const killed = killedOn(database);
  const before = [killed, `${killed}-wal`].map((path) => readFileSync(path));
  await expect(openDatabase({ path: killed })).rejects.toThrow(/is damaged.*firstline restore BACKUP --aside/u);
  expect([killed, `${killed}-wal`].map((path) => readFileSync(path))).toEqual(before);
});

test('live: Slack checks each kind of message and Home that made-up people come to, and nothing is posted', async () => {
  const { code, output } = await run(['doctor', '--live', '--json'], sound());
  const { findings } = JSON.parse(output) as Said;
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(code).toBe(0);
  const says = findings.find(({ check }) => check === 'messages')?.says ?? '';
  const kinds = Number(/Slack takes (\d+) of/u.exec(says)?.[1]);
  expect(kinds).toBeGreaterThan(29);
  const names = sandbox.traffic.map(({ name }) => name);
  expect(names.filter((name) => name === 'blocks.validate').length).toBeGreaterThan(kinds);
  expect(names.filter((name) => /^(?:chat|views)\./u.test(name))).toEqual([]);
}, 120_000);

test('live: what Slack refuses is named by its kind and place, and not by its words', async () => {
  sandbox.script('blocks.validate', { kind: 'error', error: 'invalid_message' });
  const { code, output } = await run(['doctor', '--live', '--json'], sound());
  const faults = (JSON.parse(output) as Said).findings.filter(({ ok }) => !ok);
  expect(code).toBe(1);
  expect(faults.map(({ says }) => says)).toEqual([
    expect.stringMatching(/^Slack refuses the message [a-z-]+ \(invalid_message\)/u),
  ]);
}, 120_000);
