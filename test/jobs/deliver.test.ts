import { beforeEach, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
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
const marco = slackIdOf('marco');

/** Leads are asked for nothing here, so each message is a manager's. 09:00 in London: Dana's plan is due; 14:30 there is 09:30 in New York: Marco's too. */
const planTime = '2026-11-23T09:00:30Z';
const bothPlans = '2026-11-23T14:30:00Z';
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

test.each<[string, Fault]>([
  ['an HTTP 500', { kind: 'http', status: 500, afterAccepting: true }],
  ['a reset', { kind: 'reset', afterAccepting: true }],
  ['a time-out', { kind: 'hang', afterAccepting: true }],
])('after %s that hid an accepted post there is one post, found in the history', async (_name, fault) => {
  sandbox.script('chat.postMessage', fault);
  await at(planTime);
  expect(await deliveriesIn(bot.store, ['uncertain'])).toHaveLength(1);
  await later(30);
  expect(await deliveriesIn(bot.store, ['uncertain'])).toHaveLength(1);
  await later(60);
  expect(await deliveriesIn(bot.store, ['uncertain'])).toEqual([]);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(1);
  const [sent] = await deliveriesIn(bot.store, ['sent']);
  expect(sent?.ts).toBe(sandbox.as(dana).newest()?.ts);
});

test.each(['internal_error', 'fatal_error'])('%s is not sent again before its absence is proven', async (error) => {
  sandbox.script('chat.postMessage', { kind: 'error', error });
  await at(planTime);
  await later(30);
  expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(1);
  await later(60);
  expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(2);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
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

test('a rate limit with Retry-After 30 brings no second try before 30 s, and others get theirs', async () => {
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
  await at(bothPlans);
  const first = postsTo(sandbox, dana).length + postsTo(sandbox, marco).length;
  expect(first).toBe(1);
  await later(28);
  expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(2);
  await later(3);
  expect([postsTo(sandbox, dana), postsTo(sandbox, marco)].map((posts) => posts.length)).toEqual([1, 1]);
});

test('a rate limit without Retry-After has a back-off of its own', async () => {
  sandbox.script('chat.postMessage', { kind: 'rate-limit' });
  await at(planTime);
  await later(10);
  expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(1);
  await later(25);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
});

test('while the sender is rate limited, a command is answered at once', async () => {
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
  await at(planTime);
  await sandbox.as(slackIdOf('priya')).command('/ask');
  await sandbox.until('the form', () => sandbox.as(slackIdOf('priya')).modal(), 3_000);
  expect(postsTo(sandbox, dana)).toEqual([]);
});

test('a person who can’t be written to is parked without a retry; the others get theirs', async () => {
  sandbox.script('conversations.open', { kind: 'error', error: 'user_disabled' });
  await at(bothPlans);
  await later(90);
  expect(postsTo(sandbox, dana).length + postsTo(sandbox, marco).length).toBe(1);
  expect((await bot.health()).problems).toEqual({ user_disabled: 1 });
  expect(callsOf(sandbox, 'conversations.open')).toHaveLength(2);
});

test.each(['token_revoked', 'account_inactive', 'invalid_auth'])(
  '%s stops all sending with one alarm and without hammering',
  async (error) => {
    for (let call = 0; call < 9; call += 1) sandbox.script('chat.postMessage', { kind: 'error', error });
    await at(bothPlans);
    const calls = callsOf(sandbox, 'chat.postMessage').length;
    await later(90);
    await later(3600);
    expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(calls);
    expect(calls).toBeLessThanOrEqual(2);
    expect(await bot.health()).toMatchObject({ ok: false, sending: { state: 'stopped', problem: error } });
    expect(bot.logged.filter((line) => line.includes('sending has stopped'))).toHaveLength(1);
  },
);

test('a missing scope is named once, and the rest goes on', async () => {
  sandbox.script('chat.postMessage', { kind: 'error', error: 'missing_scope', needed: 'chat:write' });
  sandbox.script('chat.postMessage', { kind: 'error', error: 'missing_scope', needed: 'chat:write' });
  await at(bothPlans);
  expect(bot.logged.filter((line) => line.includes('lacks a scope'))).toHaveLength(1);
  expect((await bot.health()).problems).toEqual({ 'missing_scope chat:write': 2 });
});

test('refused blocks are sent once more as plain text', async () => {
  sandbox.script('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
  await at(planTime);
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  expect(callsOf(sandbox, 'chat.postMessage').map((call) => Object.hasOwn(Object(call.sent), 'blocks'))).toEqual([
    true,
    false,
  ]);
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

test('while Slack is away for 6 hours the bot lives, and is back by itself', async () => {
  await sandbox.stop();
  await at(planTime);
  await at('2026-11-23T15:00:00Z');
  expect(await deliveriesIn(bot.store, ['uncertain'])).toEqual([]);
  sandbox = await openSandbox({ clock, port: sandbox.port });
  await sandbox.until('the socket', () => sandbox.socket.connections === 1);
  await bot.tick();
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  expect((await bot.health()).ok).toBe(true);
});

test('after a week away only the new week’s plan is sent', async () => {
  await sandbox.stop();
  await at(planTime);
  await at('2026-11-30T10:00:00Z');
  sandbox = await openSandbox({ clock, port: sandbox.port });
  await bot.tick();
  expect(postsTo(sandbox, dana)).toHaveLength(1);
  const skipped = await deliveriesIn(bot.store, ['skipped']);
  expect(skipped.map((delivery) => delivery.subject['batch'])).toEqual(['plan:2026-11-23']);
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
