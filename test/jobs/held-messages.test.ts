/** On a database that is older than what was sent from it: what may be in Slack waits, what somebody does now is answered. */
import { expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { followAsks } from '../../src/jobs/asks.ts';
import { contextOfJobs, createHeldMessages } from '../../src/jobs/held-messages.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { holdBackByHand, heldProblem, release } from '../../src/store/held-back.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import { changePerson } from '../../src/store/people.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore, personCalled } from '../helpers/store.ts';

const words = {
  kind: 'help',
  text: 'Come with me to Northwind',
  dealId: null,
  obstacle: null,
  neededBy: null,
} as const;

test('plans wait, an ask of now goes through, admins and whoever runs it see it, and once released all goes on', async () => {
  const clock = testClock('2026-11-23T15:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({
    sandbox,
    clock,
    fill: async (store, now) => {
      await fillStore(store, now);
      await holdBackByHand(store.database, { newId: () => 'made-up', now });
    },
  });
  await bot.tick();
  const kinds = async (state: 'parked' | 'sent') => (await deliveriesIn(bot.store, [state])).map(({ kind }) => kind);
  expect(await kinds('parked')).toContain('plan');
  expect(await kinds('sent')).toEqual([]);
  expect(await bot.health()).toMatchObject({
    ok: true,
    heldBack: { why: 'by-hand' },
    problems: { [heldProblem]: (await kinds('parked')).length },
  });

  await ask(bot.context, await personCalled(bot.store, 'priya'), { ...words, once: 'view:1' });
  await bot.tick();
  expect(await kinds('sent')).toEqual(['ask-card', 'ask-news']);

  const lee = sandbox.as(slackIdOf('lee'));
  await lee.openHome();
  await sandbox.until('the line on the Home of an admin', () => wordsOf(lee.home()?.blocks).includes('on hold'));
  const dana = sandbox.as(slackIdOf('dana'));
  await dana.openHome();
  await sandbox.until('a Home', () => dana.home() !== undefined);
  expect(wordsOf(dana.home()?.blocks)).not.toContain('on hold');

  // None of these has gone out: each is looked up, and sent as it isn't there.
  expect(await release(bot.store.database, 'send')).toBeGreaterThan(2);
  await bot.tick();
  await bot.tick();
  expect(await kinds('parked')).toEqual([]);
  expect((await kinds('sent')).filter((kind) => kind === 'plan')).toHaveLength(3);
  const plans = (key: 'lee' | 'dana' | 'marco') =>
    postsTo(sandbox, slackIdOf(key)).filter((text) => text.startsWith('This week'));
  expect([plans('lee'), plans('dana'), plans('marco')].map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(await bot.health()).not.toHaveProperty('heldBack');
});

test('an ask that a job takes to another, as its holder is away, may have been there already: that waits, too', async () => {
  const clock = testClock('2026-11-23T15:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  const [priya, dana] = [await personCalled(bot.store, 'priya'), await personCalled(bot.store, 'dana')];
  await ask(bot.context, priya, { ...words, once: 'view:1' });
  await bot.tick();
  await holdBackByHand(bot.store.database, { newId: () => 'made-up', now: clock.now() });
  await changePerson(bot.store, dana.id, { outSince: clock.now(), outUntil: new Date('2026-12-24T09:00:00Z') });
  // It is read when a bot starts: as after a restore.
  const held = createHeldMessages(bot.store);
  await held.lookFirst();
  await followAsks(contextOfJobs(bot.context), beginRound(bot.context));
  const waiting = await deliveriesIn(bot.store, ['pending']);
  expect(waiting.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['ask-card', 'ask-news']));
  expect(waiting.filter((delivery) => !held.keeps(delivery))).toEqual([]);
});
