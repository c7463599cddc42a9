/** A Home tab that waited for its turn shows what the database says then, not what its caller had read before. */
import { expect, test } from 'vitest';
import { sayBack } from '../../src/acts/open-absence.ts';
import { publishHome } from '../../src/slack/opening/home.ts';
import { changePerson } from '../../src/store/people.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

test('who is back stays back, whoever publishes their Home from an older look', async () => {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  // Whoever starts compares everybody with Slack, where Dana isn't out: before, not in between.
  await bot.tick();
  const dana = await personCalled(bot.store, 'dana');
  await changePerson(bot.store, dana.id, { outSince: new Date('2026-11-20T09:00:00Z'), outUntil: null });
  const before = await personCalled(bot.store, 'dana');
  const home = () => wordsOf(sandbox.as(slackIdOf('dana')).home()?.blocks);
  await publishHome(bot.context, before);
  expect(home()).toContain('by your Slack status');
  await sayBack(bot.context, before);
  await publishHome(bot.context, before);
  expect(home()).not.toContain('by your Slack status');
});
