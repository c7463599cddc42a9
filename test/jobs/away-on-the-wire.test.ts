/** Whether somebody is at work, as Slack and the calendar tell it. */
import { expect, test } from 'vitest';
import { changePerson } from '../../src/store/people.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

async function start(instant: string) {
  const clock = testClock(instant);
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const dana = sandbox.as(slackIdOf('dana'));
  const at = async (next: string) => {
    clock.moveTo(new Date(next));
    await bot.tick();
  };
  return { clock, sandbox, bot, dana, at, row: () => personCalled(bot.store, 'dana') };
}

const inVacation = { text: 'Vacationing', emoji: ':palm_tree:' };

test('on vacation by their status: no plan until it is taken down, then this week’s, once', async () => {
  const { dana, at, row } = await start('2026-11-20T16:00:00Z');
  await dana.setStatus(inVacation);
  await expect.poll(async () => (await row()).outSince).not.toBeNull();
  for (const day of ['23', '24']) await at(`2026-11-${day}T09:30:00Z`);
  expect(dana.messages()).toEqual([]);
  await dana.setStatus({ text: 'In a meeting', emoji: ':spiral_calendar_pad:' });
  await expect.poll(async () => (await row()).outSince).toBeNull();
  await at('2026-11-25T09:30:00Z');
  await at('2026-11-26T09:30:00Z');
  expect(dana.messages()).toHaveLength(1);
});

test('a status that ends by itself: the plan comes when it has ended', async () => {
  const { dana, at, row } = await start('2026-11-23T08:00:00Z');
  await dana.setStatus({ ...inVacation, expiresAt: '2026-11-24T14:00:00Z' });
  await expect.poll(async () => (await row()).outUntil).toEqual(new Date('2026-11-24T14:00:00Z'));
  await at('2026-11-23T09:30:00Z');
  await at('2026-11-24T13:59:00Z');
  expect(dana.messages()).toEqual([]);
  await at('2026-11-24T14:00:00Z');
  expect(dana.messages()).toHaveLength(1);
});

test('a status that was set while nobody listened is found at the start, and a zone too', async () => {
  const clock = testClock('2026-11-23T08:00:00Z');
  const sandbox = await openSandbox({ clock });
  const dana = sandbox.as(slackIdOf('dana'));
  await dana.setStatus({ text: 'Out sick', emoji: ':face_with_thermometer:' });
  await dana.setTimeZone('America/Chicago');
  const bot = await startBot({ sandbox, clock });
  await bot.tick();
  expect(await personCalled(bot.store, 'dana')).toMatchObject({ timeZone: 'America/Chicago' });
  expect((await personCalled(bot.store, 'dana')).outSince).not.toBeNull();
});

test('on a holiday of their country there is no plan; it comes on the next working day at its time', async () => {
  const { bot, dana, at, row } = await start('2026-05-04T07:00:00Z');
  await changePerson(bot.store, (await row()).id, { country: 'GB' });
  await at('2026-05-04T09:30:00Z');
  expect(dana.messages()).toEqual([]);
  await at('2026-05-05T07:59:00Z');
  expect(dana.messages()).toEqual([]);
  await at('2026-05-05T08:00:00Z');
  expect(dana.messages()).toHaveLength(1);
});

test('what was written before they went out waits for their return', async () => {
  const { sandbox, bot, dana, at, row } = await start('2026-11-23T08:59:00Z');
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 600 });
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 600 });
  await at('2026-11-23T09:00:30Z');
  expect(dana.messages()).toEqual([]);
  await dana.setStatus(inVacation);
  await expect.poll(async () => (await row()).outSince).not.toBeNull();
  await at('2026-11-23T10:00:00Z');
  await at('2026-11-23T12:00:00Z');
  expect(dana.messages()).toEqual([]);
  await dana.setStatus({});
  await expect.poll(async () => (await row()).outSince).toBeNull();
  await bot.tick();
  await sandbox.until('the plan', () => dana.messages().length === 1);
});
