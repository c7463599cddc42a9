import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
import { deliveriesIn, enqueue } from '../../src/store/outbox.ts';
import { addPraise, findPraise } from '../../src/store/praises.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf, postsTo } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

const channel = 'C0SALES';
const priya = slackIdOf('priya');
let clock: Clock;
let sandbox: RunningSandbox;
let bot: TestBot;

beforeEach(async () => {
  clock = testClock('2026-11-23T16:00:00Z');
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock });
});

/** Thanks for Priya wait to be posted in the channel. */
async function thank(): Promise<number> {
  const [manager, rep] = [await personCalled(bot.store, 'dana'), await personCalled(bot.store, 'priya')];
  const now = clock.now();
  const praise = { managerId: manager.id, repId: rep.id, interactionId: null, text: 'For the pilot' };
  const id = await addPraise(bot.store, { ...praise, isPublic: true, givenOn: '2026-11-24' }, now);
  const row = { occurrenceKey: `win|${id}`, deliveryId: `win-${id}`, kind: 'win', recipientId: rep.id } as const;
  await enqueue(bot.store, { ...row, subject: { praise: id, channel }, dueAt: now }, now);
  return id;
}

function postsInChannel(): number {
  return sandbox.as(priya).messages(channel).length;
}

async function later(seconds: number): Promise<void> {
  clock.moveTo(new Date(clock.now().getTime() + seconds * 1000));
  await bot.tick();
}

test('a message for a channel goes there, not to the person it is about', async () => {
  await thank();
  await bot.tick();
  expect(postsInChannel()).toBe(1);
  expect(postsTo(sandbox, priya)).toEqual([]);
  const sent = await deliveriesIn(bot.store, ['sent']);
  expect(sent.filter(({ kind }) => kind === 'win')).toMatchObject([{ channel }]);
});

test.each<[string, Fault]>([
  ['an HTTP 500', { kind: 'http', status: 500, afterAccepting: true }],
  ['a reset', { kind: 'reset', afterAccepting: true }],
])(
  'after %s that hid an accepted post there is one post: without the right to look, none is sent again',
  async (_name, fault) => {
    await thank();
    await bot.tick();
    const calls = callsOf(sandbox, 'chat.postMessage').length;
    sandbox.script('chat.postMessage', fault);
    await thank();
    await bot.tick();
    await later(90);
    await later(90);
    expect(callsOf(sandbox, 'chat.postMessage')).toHaveLength(calls + 1);
    expect(postsInChannel()).toBe(2);
    expect(postsTo(sandbox, priya)).toEqual([]);
    expect((await bot.health()).problems).toEqual({ 'may have been posted; history not readable': 1 });
  },
);

test.each(['is_archived', 'channel_not_found', 'restricted_action'])(
  '%s keeps the thanks private and tells the manager, once',
  async (error) => {
    const id = await thank();
    sandbox.script('chat.postMessage', { kind: 'error', error });
    await bot.tick();
    await later(90);
    expect(postsInChannel()).toBe(0);
    expect(await findPraise(bot.store, id)).toMatchObject({ isPublic: false });
    const told = postsTo(sandbox, slackIdOf('dana')).filter((text) => text.includes('reached Priya privately'));
    expect(told).toHaveLength(1);
  },
);
