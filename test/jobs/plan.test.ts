import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { checkIn } from '../../src/behaviours/check-in.ts';
import { nudgesSince } from '../../src/store/nudges.ts';
import { stopBehaviour } from '../../src/store/stopped-behaviours.ts';
import { countLinesAsTold } from '../../src/store/line-tellings.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { addDays } from '../../src/time/zoned.ts';
import { startBot } from '../helpers/bot.ts';
import type { BotOptions, TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { PersonKey } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore, logInteraction, personCalled } from '../helpers/store.ts';

const firstPlan = '2026-11-23T09:00:30Z';

async function start(more: Partial<BotOptions> = {}) {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, ...more });
  const at = async (instant: string): Promise<void> => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  return { bot, sandbox, at, messagesOf: (key: PersonKey) => sandbox.as(slackIdOf(key)).messages() };
}

async function nudgesOf(bot: TestBot, key: PersonKey) {
  return nudgesSince(bot.store, (await personCalled(bot.store, key)).id, new Date(0));
}

test('on Monday morning the plan comes to the manager and to the lead, once', async () => {
  const { bot, at, messagesOf } = await start();
  await bot.tick();
  expect(messagesOf('dana')).toEqual([]);
  await at(firstPlan);
  await bot.tick();
  expect(messagesOf('dana')).toHaveLength(1);
  expect(messagesOf('lee')).toHaveLength(1);
  expect(messagesOf('marco')).toEqual([]);
  expect(messagesOf('omar')).toEqual([]);
  expect((await nudgesOf(bot, 'lee')).map(({ behaviour }) => behaviour)).toEqual(Array(3).fill('skip-level'));
  expect(bot.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('somebody who is both lead and manager has one plan and one budget', async () => {
  const { bot, at, messagesOf } = await start({
    fill: async (store, now) => {
      await fillStore(store, now);
      const [omar, lee] = [await personCalled(store, 'omar'), await personCalled(store, 'lee')];
      await setManager(store, omar.id, lee.id, addDays('2026-11-23', -100));
      await countLinesAsTold(store);
    },
  });
  await at(firstPlan);
  expect(messagesOf('lee')).toHaveLength(1);
  const nudges = await nudgesOf(bot, 'lee');
  expect(nudges).toHaveLength(3);
  expect(new Set(nudges.map(({ behaviour }) => behaviour)).size).toBeGreaterThan(1);
});

test('a kind that is ignored comes only for who is missed most, asks why, once, and then whether to go on', async () => {
  const { bot, at } = await start({ behaviours: [checkIn] });
  const asked: Record<string, boolean[]> = {};
  for (const monday of ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14']) {
    await at(`${monday}T09:00:30Z`);
    const nudges = (await nudgesOf(bot, 'dana')).filter(({ batch }) => batch === `plan:${monday}`);
    asked[monday] = nudges.map(({ asksWhy }) => asksWhy);
  }
  expect(asked).toEqual({
    '2026-11-23': [false, false, false],
    '2026-11-30': [false],
    '2026-12-07': [true],
    '2026-12-14': [false],
  });
});

test('a rep who stops a kind is not nudged about, and what was sent says that it is no longer needed', async () => {
  const { bot, at } = await start({ behaviours: [checkIn] });
  await at(firstPlan);
  const priya = await personCalled(bot.store, 'priya');
  await stopBehaviour(bot.store, priya.id, checkIn.id, new Date(firstPlan));
  await bot.tick();
  const nudges = await nudgesOf(bot, 'dana');
  expect(nudges.filter(({ repId }) => repId === priya.id).map(({ state }) => state)).toEqual(['untrue']);
  expect(nudges.filter(({ repId }) => repId !== priya.id).map(({ state }) => state)).toEqual(['open', 'open']);
});

test('a lead’s nudge is settled once they sat down with the rep, and stays open until then', async () => {
  const { bot, at } = await start({ behaviours: behaviours.filter(({ nudges }) => nudges === 'lead') });
  await at(firstPlan);
  await bot.tick();
  const open = await nudgesOf(bot, 'lee');
  expect(open.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  const [{ repId }] = open as [(typeof open)[0]];
  const lee = await personCalled(bot.store, 'lee');
  await logInteraction(
    bot.store,
    { behaviour: 'skip-level', managerId: lee.id, repId, happenedOn: '2026-11-23' },
    new Date(firstPlan),
  );
  await bot.tick();
  expect((await nudgesOf(bot, 'lee')).map(({ state }) => state).toSorted()).toEqual(['open', 'open', 'untrue']);
});
