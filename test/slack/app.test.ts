import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { guestId, slackIdOf } from '../helpers/people.ts';
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
