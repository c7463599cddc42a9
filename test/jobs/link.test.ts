import { expect, test } from 'vitest';
import { deliveriesIn, enqueue } from '../../src/store/outbox.ts';
import { addPerson, changePerson, findPerson } from '../../src/store/people.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

test('whoever is imported beside the running bot is looked up, once, and gets what waited', async () => {
  const clock = testClock('2026-11-23T16:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  await bot.tick();
  const before = callsOf(sandbox, 'users.list').length;
  const { id } = await personCalled(bot.store, 'priya');
  await changePerson(bot.store, id, { slackUserId: null });
  const nobody = await addPerson(bot.store, { name: 'Not In Slack' }, clock.now());
  const subject = { person: id };
  const now = clock.now();
  await enqueue(
    bot.store,
    { occurrenceKey: 'w', deliveryId: 'w', kind: 'welcome', recipientId: id, subject, dueAt: now },
    now,
  );
  await bot.tick();
  expect((await findPerson(bot.store, id))?.slackUserId).toBe(slackIdOf('priya'));
  expect((await findPerson(bot.store, nobody))?.slackUserId).toBeNull();
  await bot.tick();
  await bot.tick();
  expect(callsOf(sandbox, 'users.list')).toHaveLength(before + 1);
  expect(postsTo(sandbox, slackIdOf('priya'))).toHaveLength(1);
  expect(await deliveriesIn(bot.store, ['parked'])).toEqual([]);
});

test('a Slack that gives no list costs only the looking up', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  await addPerson(bot.store, { name: 'Not In Slack' }, clock.now());
  sandbox.script('users.list', { kind: 'error', error: 'missing_scope', needed: 'users:read' });
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  expect(postsTo(sandbox, slackIdOf('dana'))).toHaveLength(1);
});

test('a Slack that gives no list is asked for each address', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  await bot.tick();
  const { id } = await personCalled(bot.store, 'priya');
  await changePerson(bot.store, id, { slackUserId: null });
  const nobody = await addPerson(bot.store, { name: 'Not In Slack', email: 'nobody@example.com' }, clock.now());
  sandbox.script('users.list', { kind: 'error', error: 'unknown_method' });
  await bot.tick();
  expect((await findPerson(bot.store, id))?.slackUserId).toBe(slackIdOf('priya'));
  expect((await findPerson(bot.store, nobody))?.slackUserId).toBeNull();
});
