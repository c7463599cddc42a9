import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { guestId, slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;
const dana = slackIdOf('dana');
const omar = slackIdOf('omar');

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock, logLevel: 'debug' });
});

function lastTextOf(slackId: string): string {
  return sandbox.as(slackId).messages().at(-1)?.text ?? '';
}

test('a refusal reaches only the person, with a reason', async () => {
  await sandbox.as(guestId).command('/firstline');
  await sandbox.until('the refusal', () => lastTextOf(guestId).includes('full members'));
  expect(sandbox.as(guestId).messages().at(-1)?.ephemeral).toBe(true);
});

test('what was typed comes back with the refusal', async () => {
  await sandbox.as(omar).command('/ask', 'a canary question & <more>');
  const message = await sandbox.until('the refusal', () => sandbox.as(omar).messages().at(-1));
  expect(message.ephemeral).toBe(true);
  expect(JSON.stringify(message.blocks)).toContain('a canary question & <more>');
});

test('a fault of ours is one generic sentence', async () => {
  sandbox.script('views.open', { kind: 'error', error: 'internal_error' });
  await sandbox.as(slackIdOf('priya')).command('/ask', 'help');
  await sandbox.until('the answer', () => sandbox.as(slackIdOf('priya')).messages().length > 0);
  expect(lastTextOf(slackIdOf('priya'))).toMatch(/went wrong|try again/i);
});

test('where the answer’s address is used up, it comes by another way', async () => {
  sandbox.script('response_url', { kind: 'http', status: 404 });
  await sandbox.as(omar).command('/ask', 'what now');
  await sandbox.until('the answer', () => sandbox.as(omar).messages().length > 0);
  expect(callsOf(sandbox, 'chat.postEphemeral').length + callsOf(sandbox, 'chat.postMessage').length).toBe(1);
});

test('neither note, ask nor token is in any log line, even at debug and when a listener fails', async () => {
  await sandbox.as(dana).command('/coach', '@priya canary note, she listened well');
  await sandbox.until('the note', () => lastTextOf(dana) !== '');
  expect(await interactionsBetween(bot.store, { limit: 9 })).toHaveLength(1);
  await sandbox.as(omar).command('/ask', 'canary question');
  sandbox.script('views.open', { kind: 'error', error: 'fatal_error' });
  await sandbox.as(slackIdOf('priya')).command('/ask', 'canary ask, please help');
  sandbox.script('views.open', { kind: 'http', status: 500 });
  await sandbox.as(dana).command('/coach', '@sam');
  sandbox.script('response_url', { kind: 'http', status: 404 });
  sandbox.script('chat.postEphemeral', { kind: 'error', error: 'fatal_error' });
  await sandbox.as(dana).command('/coach', 'canary words about nobody');
  await bot.tick();
  await bot.stop();
  const log = bot.logged.join('');
  expect(log).toContain('A listener failed');
  expect(log).not.toMatch(/canary/i);
});

test('a dropped connection comes back by itself, and a refresh without a gap', async () => {
  sandbox.socket.drop();
  await sandbox.until('the new socket', () => sandbox.socket.connections === 1);
  await expect.poll(async () => (await bot.health()).ok).toBe(true);
  sandbox.socket.refresh();
  await sandbox.until('a fresh socket', () => sandbox.socket.connections === 1);
  await expect.poll(async () => (await bot.health()).ok).toBe(true);
  await sandbox.as(omar).command('/firstline');
  await sandbox.until('the answer', () => sandbox.as(omar).messages().length > 0);
});

test.each(['too_many_websockets', 'link_disabled'] as const)(
  '%s: health says so, the log says what to do, and there is no tight loop',
  async (reason) => {
    sandbox.socket.refuse(reason, Number.POSITIVE_INFINITY);
    sandbox.socket.drop();
    await expect
      .poll(async () => (await bot.health()).slack, { timeout: 5_000 })
      .toMatchObject({ state: 'connecting', problem: reason });
    const tries = callsOf(sandbox, 'apps.connections.open').length;
    expect(tries).toBeLessThan(6);
    sandbox.socket.refuse(reason, 0);
    await expect.poll(async () => (await bot.health()).ok, { timeout: 15_000 }).toBe(true);
    expect(bot.logged.join('')).toMatch(/other copies of the bot|Socket Mode is switched off/);
  },
);

test.each(['app_uninstalled', 'tokens_revoked'] as const)('%s first: sending stops', async (first) => {
  await sandbox.uninstall(first);
  await expect.poll(async () => (await bot.health()).sending.state).toBe('stopped');
  clock.moveTo(new Date('2026-11-23T09:01:00Z'));
  await bot.tick();
  expect(callsOf(sandbox, 'chat.postMessage')).toEqual([]);
});

test('a changed account is followed: zone, name, leaving and coming back', async () => {
  await sandbox.as(dana).setTimeZone('Asia/Tokyo');
  await sandbox.admin.change(dana, { realName: 'Dana Osei-Lind' });
  await expect
    .poll(() => personCalled(bot.store, 'dana'))
    .toMatchObject({ timeZone: 'Asia/Tokyo', name: 'Dana Osei-Lind', leftOn: null });
  await sandbox.admin.deactivate(dana);
  await expect.poll(async () => (await personCalled(bot.store, 'dana')).leftOn).toBe('2026-11-23');
  await sandbox.admin.deactivate(dana, false);
  await expect.poll(async () => (await personCalled(bot.store, 'dana')).leftOn).toBeNull();
});
