/** What /healthz, /readyz and /metrics say from before the start until after the stop, on the wire; and that it's never about a person. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { writeSetting } from '../src/store/settings.ts';
import { startBot } from './helpers/bot.ts';
import { filledDatabase } from './helpers/database.ts';
import { people, slackIdOf } from './helpers/people.ts';
import { callsOf } from './helpers/posts.ts';
import { emptyFolder, startProcess } from './helpers/process.ts';
import { freePort } from './helpers/free-port.ts';
import { appToken, botToken, openSandbox, testClock } from './helpers/sandbox.ts';

const tokens = (apiUrl: string) => ({ SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl });

async function ask(port: number | undefined, path: string): Promise<{ status: number; body: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: answer.status, body: await answer.text() };
}

async function readiness(port: number | undefined): Promise<unknown> {
  const { status, body } = await ask(port, '/readyz');
  return { status, ...(JSON.parse(body) as object) };
}

test('not ready while Slack can’t be reached yet, ready at work, not ready while it finishes what it has begun', async () => {
  const [port, slack] = [await freePort(), await freePort()];
  const bot = startProcess([], { ...tokens(`http://127.0.0.1:${slack}/api/`), PORT: `${port}` });
  await bot.says('Slack can’t be reached; trying again');
  expect(await readiness(port)).toEqual({ status: 503, ready: false, reason: 'starting' });
  expect(await ask(port, '/healthz')).toEqual({ status: 503, body: '{"ok":false,"state":"starting"}\n' });
  expect(await ask(port, '/metrics')).toMatchObject({ status: 200 });

  const sandbox = await openSandbox({ clock: testClock(), port: slack });
  await bot.says('Firstline is at work');
  expect(await readiness(port)).toEqual({ status: 200, ready: true, sending: 'running' });

  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  sandbox.script('users.info', { kind: 'wait', release: released });
  sandbox.script('chat.postMessage', { kind: 'wait', release: released });
  void sandbox.as(slackIdOf('dana')).command('/firstline', 'help');
  await sandbox.until(
    'a call on its way',
    () => callsOf(sandbox, 'users.info').length + callsOf(sandbox, 'chat.postMessage').length > 0,
  );
  bot.child.kill('SIGTERM');
  await expect.poll(() => readiness(port)).toMatchObject({ status: 503, ready: false, reason: 'stopping' });
  release();
  expect(await bot.exited).toBe(0);
  await expect(ask(port, '/readyz')).rejects.toThrow('fetch failed');
});

test.each(['socket', 'http'])('not ready with another schema, nor while the database fails: %s', async (mode) => {
  const clock = testClock();
  const port = await freePort();
  const sandbox = await openSandbox({ clock, requestUrl: `http://127.0.0.1:${port}/slack/events` });
  const databasePath = await filledDatabase(clock.now());
  const bot = await startBot({
    sandbox,
    clock,
    databasePath,
    ...(mode === 'http' ? { httpPort: port } : { healthPort: port }),
  });
  expect(await readiness(port)).toEqual({ status: 200, ready: true, sending: 'running' });
  const beside = new SQLite(databasePath);
  beside.exec(`insert into kysely_migration (name, timestamp) values ('9999-the-future', '2099-01-01T00:00:00.000Z')`);
  expect(await readiness(port)).toMatchObject({ status: 503, reason: 'schema' });
  beside.exec(`delete from kysely_migration where name = '9999-the-future'`);
  expect(await readiness(port)).toMatchObject({ status: 200 });
  beside.exec('alter table kysely_migration rename to elsewhere');
  expect(await readiness(port)).toMatchObject({ status: 503, reason: 'database' });
  beside.exec('alter table elsewhere rename to kysely_migration');
  beside.close();
  expect(await readiness(port)).toMatchObject({ status: 200 });
  await bot.stop();
});

test('not ready while the socket to Slack is gone', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, healthPort: 0 });
  expect(await readiness(bot.port)).toMatchObject({ status: 200 });
  await sandbox.stop();
  await expect.poll(() => readiness(bot.port)).toMatchObject({ status: 503, reason: 'slack' });
});

const words = ['Kestrel', 'waited for the answer'];
const canaries = [
  ...people.flatMap(({ name, slackId, email }) => [...name.split(' '), slackId, email]),
  ...words.flatMap((text) => text.split(' ')).filter((word) => word.length > 5),
  'canary',
];

test('none of the three names a person, gives their id, or says a word that somebody wrote, whatever is wrong', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const deals = join(emptyFolder(), 'deals-of-dana-canary.csv');
  writeFileSync(deals, 'nothing that is known\nKestrel\n');
  const databasePath = await filledDatabase(clock.now());
  const bot = await startBot({ sandbox, clock, databasePath, healthPort: 0, deals });
  const dana = sandbox.as(slackIdOf('dana'));
  await dana.command('/coach', `@priya ${words.join(' ')}`);
  await sandbox.until('the note', () => dana.messages().length > 0);
  await writeSetting(bot.store, 'workspace', 'winsChannel', 'C0GONE', clock.now());
  for (const error of ['missing_scope', 'user_not_found', 'channel_not_found'])
    sandbox.script('chat.postMessage', {
      kind: 'error',
      error,
      ...(error === 'missing_scope' && { needed: 'im:write' }),
    });
  clock.moveTo(new Date('2026-11-23T15:00:00Z'));
  await bot.tick();
  await bot.tick();
  const health = await bot.health();
  expect(Object.keys(health.problems).length).toBeGreaterThan(0);
  expect(health.deals?.last?.state).toBe('failed');
  const said = await Promise.all(['/healthz', '/readyz', '/metrics'].map((path) => ask(bot.port, path)));
  for (const { body } of said)
    for (const canary of canaries) expect(body).not.toMatch(new RegExp(String.raw`\b${canary}\b`, 'iu'));
  expect(said.map(({ body }) => body.length > 20)).toEqual([true, true, true]);
});
