import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;
const dana = slackIdOf('dana');

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock });
});

async function plansAt(instant: string): Promise<number> {
  clock.moveTo(new Date(instant));
  await bot.tick();
  return postsTo(sandbox, dana).length;
}

test('a clock set back two hours brings no second plan', async () => {
  expect(await plansAt('2026-11-23T10:00:00Z')).toBe(1);
  expect(await plansAt('2026-11-23T08:00:00Z')).toBe(1);
  expect(await plansAt('2026-11-23T09:30:00Z')).toBe(1);
});

test('a clock set forward a year brings one message, not a flood', async () => {
  expect(await plansAt('2026-11-23T10:00:00Z')).toBe(1);
  const before = callsInYear();
  expect(await plansAt('2027-11-22T10:00:00Z')).toBe(2);
  expect(callsInYear() - before).toBeLessThan(12);
});

function callsInYear(): number {
  return sandbox.traffic.filter((entry) => entry.name === 'chat.postMessage').length;
}

test('somebody who changes zone in the middle of the week gets no second plan', async () => {
  await sandbox.as(dana).setTimeZone('Pacific/Auckland');
  await bot.tick();
  // Monday 09:30 in Auckland is still Sunday in London.
  expect(await plansAt('2026-11-22T20:30:00Z')).toBe(1);
  await sandbox.as(dana).setTimeZone('America/New_York');
  expect(await plansAt('2026-11-23T14:30:00Z')).toBe(1);
  expect(await plansAt('2026-11-30T14:30:00Z')).toBe(2);
});

test('a clock that jumps from Monday to Monday brings one plan for each', async () => {
  for (const [index, day] of ['2026-11-23', '2026-11-30', '2026-12-07'].entries())
    expect(await plansAt(`${day}T09:00:01Z`)).toBe(index + 1);
});
