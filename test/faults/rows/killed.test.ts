/** The bot as a process that is ended in the middle. */
import { expect } from 'vitest';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
import { deliveriesIn } from '../../../src/store/outbox.ts';
import { asksOf } from '../../../src/store/asks.ts';
import { row } from '../../helpers/fault-rows.ts';
import { due, filledPlace, kill, leaders, patience } from '../../helpers/instances.ts';
import { slackIdOf } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';

const oneEach = leaders.map(() => 1);
const counts = (sandbox: RunningSandbox) => leaders.map((leader) => postsTo(sandbox, leader).length);
/** After so long it is proven whether a message of unknown fate was posted. */
const settled = new Date(due.getTime() + 90_000);
/** Where another has to wait until the hold of who was killed lapses. */
const taken = 120_000;
const noHistory: Fault = { kind: 'error', error: 'missing_scope', needed: 'im:history' };

/** Kills the bot while every leader's plan stands at this call. @returns the sandbox, as it is then, and the database */
async function killedAt(method: string, fault: Fault) {
  const sandbox = await openSandbox({ clock: testClock() });
  const place = await filledPlace();
  for (const _ of leaders) sandbox.script(method, fault);
  const bot = place.start(sandbox);
  await sandbox.until('all on their way', () => callsOf(sandbox, method).length === leaders.length, patience);
  await kill(bot);
  return { sandbox, place };
}

/** Starts it again, where history can’t be read, until all is parked. */
async function parksAll({ sandbox, place }: Awaited<ReturnType<typeof killedAt>>): Promise<void> {
  for (let times = 0; times < 30; times += 1) sandbox.script('conversations.history', noHistory);
  const bot = place.start(sandbox, undefined, settled);
  const parked = () => place.look(async (store) => (await deliveriesIn(store, ['parked'])).length);
  await expect.poll(parked, { timeout: taken, interval: 200 }).toBe(leaders.length);
  await kill(bot);
}

row(
  1,
  async () => {
    const accepted: Fault = { kind: 'hang', afterAccepting: true };
    const found = await killedAt('chat.postMessage', accepted);
    const bot = found.place.start(found.sandbox, undefined, settled);
    await bot.says('A message of unknown fate was posted after all');
    await found.place.untilSent(leaders.length, taken);
    expect(counts(found.sandbox)).toEqual(oneEach);
    await kill(bot);

    const unreadable = await killedAt('chat.postMessage', accepted);
    await parksAll(unreadable);
    expect(counts(unreadable.sandbox)).toEqual(oneEach);
  },
  { milliseconds: 400_000 },
);

row(
  2,
  async () => {
    for (const method of ['conversations.open', 'chat.postMessage']) {
      const absent = await killedAt(method, { kind: 'hang' });
      expect(counts(absent.sandbox)).toEqual(leaders.map(() => 0));
      const bot = absent.place.start(absent.sandbox, undefined, settled);
      await absent.place.untilSent(leaders.length, taken);
      expect(counts(absent.sandbox)).toEqual(oneEach);
      await kill(bot);
    }
    const unreadable = await killedAt('chat.postMessage', { kind: 'hang' });
    await parksAll(unreadable);
    expect(counts(unreadable.sandbox)).toEqual(leaders.map(() => 0));
  },
  { milliseconds: 400_000 },
);

row(16, async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const place = await filledPlace();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  sandbox.script('chat.postMessage', { kind: 'wait', release: released });
  const bot = place.start(sandbox);
  await sandbox.until('a post on its way', () => callsOf(sandbox, 'chat.postMessage').length > 0, patience);
  bot.child.kill('SIGTERM');
  release();
  expect(await bot.exited).toBe(0);
  const [open, sent] = await place.look(async (store) => [
    await deliveriesIn(store, ['sending', 'uncertain']),
    await deliveriesIn(store, ['sent']),
  ]);
  expect(open).toEqual([]);
  expect(sent).toHaveLength(counts(sandbox).reduce((sum, count) => sum + count));

  const next = place.start(sandbox);
  await next.says('Firstline is at work');
  const priya = sandbox.as(slackIdOf('priya'));
  await priya.command('/ask', 'Canary: 12% for Northwind');
  await sandbox.until('the form', () => priya.modal(), patience);
  const form = Promise.withResolvers<void>();
  sandbox.script('users.info', { kind: 'wait', release: form.promise });
  const submitted = priya.submit();
  next.child.kill('SIGTERM');
  const began = performance.now();
  form.resolve();
  expect(await submitted).toEqual({});
  expect(await next.exited).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
  const asks = await place.look((store) => asksOf(store, { states: ['open'], limit: 9 }));
  expect(asks).toHaveLength(1);
});
