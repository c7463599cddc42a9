/** Messages of unknown fate: what a look in the conversation proves, and what it doesn't. */
import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Context } from '../../src/context.ts';
import { createChannels } from '../../src/jobs/post.ts';
import { reconcile } from '../../src/jobs/reconcile.ts';
import { createSending } from '../../src/jobs/sending.ts';
import { deliveriesIn, enqueue } from '../../src/store/outbox.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { postsTo } from '../helpers/posts.ts';
import { messageTo } from '../helpers/records.ts';
import { personCalled } from '../helpers/store.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

/** Asks Slack what it is asked, and hands on the answer when `release` resolves. */
function answeringLate(context: Context, release: Promise<void>): { context: Context; hasAsked: Promise<void> } {
  const asked = Promise.withResolvers<void>();
  const history: Context['sender']['conversations']['history'] = async (words) => {
    const answer = await context.sender.conversations.history(words);
    asked.resolve();
    await release;
    return answer;
  };
  const conversations = Object.assign(
    Object.create(context.sender.conversations) as typeof context.sender.conversations,
    { history },
  );
  const sender = Object.assign(Object.create(context.sender) as typeof context.sender, { conversations });
  return { context: { ...context, sender }, hasAsked: asked.promise };
}

test('a message that was found absent, and sent since, isn’t sent again', async () => {
  const clock = testClock('2026-11-23T09:00:30Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours: behaviours.filter(({ nudges }) => nudges === 'manager') });
  sandbox.script('chat.postMessage', { kind: 'hang' });
  await bot.tick();
  expect(await deliveriesIn(bot.store, ['uncertain'])).toHaveLength(1);
  clock.moveTo(new Date(clock.now().getTime() + 90_000));
  const release = Promise.withResolvers<void>();
  const { context, hasAsked } = answeringLate(bot.context, release.promise);
  const late = reconcile(context, createSending(bot.context.log), createChannels(context));
  await hasAsked;
  await bot.tick();
  const posted = postsTo(sandbox, slackIdOf('dana')).length;
  expect(await deliveriesIn(bot.store, ['sent'])).toHaveLength(1);
  release.resolve();
  await late;
  expect(await deliveriesIn(bot.store, ['pending', 'uncertain'])).toEqual([]);
  await bot.tick();
  expect(postsTo(sandbox, slackIdOf('dana'))).toHaveLength(posted);
});

test('one that isn’t found in more than is read stays of unknown fate: it may stand further up', async () => {
  const clock = testClock('2026-11-23T09:00:30Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours: behaviours.filter(({ nudges }) => nudges === 'manager') });
  sandbox.script('chat.postMessage', { kind: 'http', status: 500, afterAccepting: true });
  await bot.tick();
  const [lost] = await deliveriesIn(bot.store, ['uncertain']);
  const talk = Array.from({ length: 1_000 }, (_, at) => ({ channel: slackIdOf('dana'), text: `Talk ${at}` }));
  for (const message of talk) await bot.context.sender.chat.postMessage(message);
  const posted = postsTo(sandbox, slackIdOf('dana')).length;
  clock.moveTo(new Date(clock.now().getTime() + 90_000));
  await bot.tick();
  expect(await deliveriesIn(bot.store, ['uncertain'])).toMatchObject([{ id: lost?.id }]);
  expect(postsTo(sandbox, slackIdOf('dana'))).toHaveLength(posted);
  expect((await bot.health()).problems).toEqual({ 'may have been posted; not among the newest 1000 messages': 1 });
  const looks = () => sandbox.traffic.filter(({ name }) => name === 'conversations.history').length;
  const before = looks();
  await bot.tick();
  expect(looks()).toBe(before);
  clock.moveTo(new Date(clock.now().getTime() + 3_700_000));
  await bot.tick();
  expect(looks()).toBe(before + 5);
}, 60_000);

test('an answer given beside the outbox doesn’t make a conversation look as if nothing in it could be told apart', async () => {
  const clock = testClock('2026-11-23T09:00:30Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours: [] });
  const dana = sandbox.as(slackIdOf('dana'));
  await dana.send('hello');
  await sandbox.until('an answer', () => postsTo(sandbox, slackIdOf('dana')).length > 0);
  sandbox.script('chat.postMessage', { kind: 'http', status: 500 });
  const { id } = await personCalled(bot.store, 'dana');
  await enqueue(bot.store, messageTo(id, 'lost', { dueAt: clock.now() }), clock.now());
  await bot.tick();
  expect(await deliveriesIn(bot.store, ['uncertain'])).toHaveLength(1);
  clock.moveTo(new Date(clock.now().getTime() + 90_000));
  await bot.tick();
  expect(await deliveriesIn(bot.store, ['uncertain', 'parked'])).toEqual([]);
  expect(await deliveriesIn(bot.store, ['sent'])).toHaveLength(1);
});

test.each([true, false])(
  'one that went to a person’s id, as Slack wouldn’t open the conversation just then, is looked up in the conversation (it was taken: %s)',
  async (afterAccepting) => {
    const clock = testClock('2026-11-23T09:00:30Z');
    const sandbox = await openSandbox({ clock });
    const bot = await startBot({ sandbox, clock, behaviours: behaviours.filter(({ nudges }) => nudges === 'manager') });
    sandbox.script('conversations.open', { kind: 'rate-limit', retryAfterSeconds: 1 });
    sandbox.script('chat.postMessage', { kind: 'http', status: 500, afterAccepting });
    await bot.tick();
    expect(await deliveriesIn(bot.store, ['uncertain'])).toMatchObject([{ channel: slackIdOf('dana') }]);
    clock.moveTo(new Date(clock.now().getTime() + 90_000));
    sandbox.script('conversations.open', { kind: 'rate-limit', retryAfterSeconds: 1 });
    await bot.tick();
    clock.moveTo(new Date(clock.now().getTime() + 10_000));
    await bot.tick();
    expect(await deliveriesIn(bot.store, ['uncertain', 'parked', 'pending'])).toEqual([]);
    expect(postsTo(sandbox, slackIdOf('dana'))).toHaveLength(1);
  },
);

test('one to somebody who has left Slack since is parked: nobody can look, and it isn’t asked for ever', async () => {
  const clock = testClock('2026-11-23T09:00:30Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, behaviours: [] });
  const { id } = await personCalled(bot.store, 'dana');
  sandbox.script('conversations.open', { kind: 'error', error: 'missing_scope' });
  sandbox.script('chat.postMessage', { kind: 'http', status: 500 });
  await enqueue(bot.store, messageTo(id, 'lost', { dueAt: clock.now() }), clock.now());
  await bot.tick();
  expect(await deliveriesIn(bot.store, ['uncertain'])).toHaveLength(1);
  sandbox.script('conversations.open', { kind: 'error', error: 'user_disabled' });
  clock.moveTo(new Date(clock.now().getTime() + 90_000));
  await bot.tick();
  const [parked] = await deliveriesIn(bot.store, ['parked']);
  expect(parked?.problem).toBe('may have been posted; nobody can look: user_disabled');
  expect(await deliveriesIn(bot.store, ['uncertain'])).toEqual([]);
});
