import { expect, test } from 'vitest';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

test('on Monday morning the plan comes to the manager, once', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  await bot.tick();
  expect(sandbox.as(slackIdOf('dana')).messages()).toEqual([]);
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  await bot.tick();
  expect(sandbox.as(slackIdOf('dana')).messages()).toHaveLength(1);
  expect(sandbox.as(slackIdOf('marco')).messages()).toEqual([]);
  expect(bot.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});
