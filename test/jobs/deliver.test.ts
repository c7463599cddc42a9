import { beforeEach, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { deliveriesIn, enqueue } from '../../src/store/outbox.ts';
import { changePerson } from '../../src/store/people.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';
import { localDate } from '../../src/time/zoned.ts';

let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;
const dana = slackIdOf('dana');

/** Leads are asked for nothing here, so each message is a manager's. 09:00 in London: Dana's plan is due. */
const planTime = '2026-11-23T09:00:30Z';
/** London is at work, and the reps have got nothing. */
const atWork = '2026-11-23T16:00:00Z';

beforeEach(async () => {
  clock = testClock();
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock, behaviours: behaviours.filter(({ nudges }) => nudges === 'manager') });
});

async function at(instant: string): Promise<void> {
  clock.moveTo(new Date(instant));
  await bot.tick();
}

async function later(seconds: number): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
  await bot.tick();
}

test('a message carries an opaque id and pings and unfurls nothing', async () => {
  await at(planTime);
  const [call] = callsOf(sandbox, 'chat.postMessage');
  const [delivery] = await deliveriesIn(bot.store, ['sent']);
  expect(call?.sent).toMatchObject({
    unfurl_links: 'false',
    unfurl_media: 'false',
    link_names: 'false',
    parse: 'none',
  });
  expect(sandbox.as(dana).newest()?.metadata).toEqual({
    event_type: 'firstline_delivery',
    event_payload: { delivery: delivery?.deliveryId },
  });
});

test('where history can’t be read, an unclear message is parked and seen in health', async () => {
  sandbox.script('chat.postMessage', { kind: 'http', status: 500, afterAccepting: true });
  sandbox.script('conversations.history', { kind: 'error', error: 'missing_scope', needed: 'im:history' });
  await at(planTime);
  await later(90);
  await later(90);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  expect((await bot.health()).problems).toEqual({ 'may have been posted; history not readable': 1 });
});

test('a missing conversations.open costs nothing: the person’s id does', async () => {
  sandbox.script('conversations.open', { kind: 'error', error: 'unknown_method' });
  await at(planTime);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  expect((await deliveriesIn(bot.store, ['sent']))[0]?.channel).toMatch(/^D/);
});

test('one person’s messages come in order, even after a rate limit', async () => {
  await at(atWork);
  const { id } = await personCalled(bot.store, 'priya');
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
  const now = clock.now();
  for (const name of ['one', 'two']) {
    const subject = { manager: id, on: localDate('2026-11-23') };
    await enqueue(
      bot.store,
      { occurrenceKey: name, deliveryId: name, kind: 'pulse-none', recipientId: id, subject, dueAt: now },
      now,
    );
  }
  await bot.tick();
  expect(postsTo(sandbox, slackIdOf('priya'))).toEqual([]);
  await later(31);
  const sent = (await deliveriesIn(bot.store, ['sent'])).filter(({ recipientId }) => recipientId === id);
  expect(sent.map((delivery) => delivery.deliveryId)).toEqual(['one', 'two']);
  expect(Number(sent[0]?.ts)).toBeLessThan(Number(sent[1]?.ts));
});

test('somebody without a Slack account is parked until Slack tells of it', async () => {
  await at(atWork);
  const priya = await personCalled(bot.store, 'priya');
  await changePerson(bot.store, priya.id, { slackUserId: null });
  sandbox.script('users.list', { kind: 'error', error: 'unknown_method' });
  sandbox.script('users.lookupByEmail', { kind: 'error', error: 'unknown_method' });
  const now = clock.now();
  const subject = { person: priya.id };
  await enqueue(
    bot.store,
    { occurrenceKey: 'w', deliveryId: 'w', kind: 'welcome', recipientId: priya.id, subject, dueAt: now },
    now,
  );
  await bot.tick();
  expect((await bot.health()).problems).toEqual({ 'no Slack account linked': 1 });
  await sandbox.admin.change(slackIdOf('priya'), { title: 'Account executive' });
  await sandbox.until('the welcome', () => postsTo(sandbox, slackIdOf('priya')).length === 1);
});

test('outside working time a late plan waits for the next morning', async () => {
  // Dana's and Marco's, in whichever order they arrive.
  for (let refused = 0; refused < 2; refused += 1)
    sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
  await at('2026-11-23T17:59:40Z');
  await later(60);
  expect(postsTo(sandbox, dana)).toEqual([]);
  await at('2026-11-24T09:00:00Z');
  expect(postsTo(sandbox, dana)).toHaveLength(1);
});
