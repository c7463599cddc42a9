/** Homes go out no faster than Slack takes them, and one that it refuses for now isn't lost. Time is played, not waited for. */
import { setImmediate as whoeverWaits } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createHomeQueue } from '../../../src/slack/opening/home-queue.ts';

const begin = Date.parse('2026-11-23T09:00:00Z');
const refusal = (seconds?: number) =>
  Object.assign(new Error('limited'), { code: 'slack_webapi_rate_limited_error', retryAfter: seconds });
const everybody = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** A queue whose pauses end when time is moved there. */
function playedQueue(refuses: (id: number, times: number) => Error | undefined = () => undefined) {
  let now = begin;
  const pauses: { readonly at: number; readonly end: () => void }[] = [];
  const published: { readonly id: number; readonly at: number }[] = [];
  const failures: number[] = [];
  const tries = new Map<number, number>();
  const queue = createHomeQueue({
    clock: () => new Date(now),
    pause: (milliseconds) =>
      new Promise((resolve) => {
        pauses.push({ at: now + milliseconds, end: resolve });
      }),
    failed: (id) => void failures.push(id),
    publish: async (id) => {
      queue.used();
      tries.set(id, (tries.get(id) ?? 0) + 1);
      const error = refuses(id, tries.get(id) ?? 0);
      if (error !== undefined) throw error;
      published.push({ id, at: now - begin });
    },
  });
  async function until(milliseconds: number): Promise<void> {
    for (;;) {
      const [next] = pauses.toSorted((one, other) => one.at - other.at);
      if (next === undefined || next.at > begin + milliseconds) break;
      pauses.splice(pauses.indexOf(next), 1);
      now = next.at;
      next.end();
      await whoeverWaits();
      await queue.want([]);
    }
    now = begin + milliseconds;
  }
  return { queue, published, failures, until, ids: () => published.map(({ id }) => id) };
}

test('no minute has more than Slack takes, and everybody has theirs', async () => {
  const { queue, published, until } = playedQueue();
  await queue.want(everybody(300));
  expect(published.length).toBeGreaterThanOrEqual(10);
  await until(240_000);
  expect(published.map(({ id }) => id)).toEqual(everybody(300));
  for (const { at } of published)
    expect(published.filter((other) => other.at >= at && other.at < at + 60_000).length).toBeLessThanOrEqual(100);
  expect(published.at(-1)?.at).toBeLessThan(220_000);
});

test('one that is refused comes again, first of all, once Slack takes it, and nobody waits for it', async () => {
  const { queue, until, ids } = playedQueue((id, times) => (id === 2 && times < 3 ? refusal(30) : undefined));
  await queue.want([1, 2, 3]);
  expect(ids()).toEqual([1]);
  await until(29_000);
  expect(ids()).toEqual([1]);
  await until(61_000);
  expect(ids()).toEqual([1, 2, 3]);
});

test('whoever is wanted again while they wait is published once', async () => {
  const { queue, until, ids } = playedQueue((id, times) => (id === 1 && times === 1 ? refusal() : undefined));
  await queue.want([1, 2]);
  await queue.want([2, 1, 2]);
  await until(60_000);
  expect(ids()).toEqual([1, 2]);
});

test('whoever looks at theirs and is refused has it before all who wait', async () => {
  const { queue, until, ids } = playedQueue();
  expect(queue.comesAgain(9, refusal(5))).toBe(true);
  await queue.want([1, 2]);
  expect(ids()).toEqual([]);
  await until(5_000);
  expect(ids()).toEqual([9, 1, 2]);
});

test('another fault is told, and the next have theirs', async () => {
  const { queue, failures, ids } = playedQueue((id) => (id === 1 ? new Error('broken') : undefined));
  await queue.want([1, 2]);
  expect(failures).toEqual([1]);
  expect(ids()).toEqual([2]);
  expect(queue.comesAgain(1, new Error('broken'))).toBe(false);
});

test('who is stopped publishes nothing more', async () => {
  const { queue, until, ids } = playedQueue((id, times) => (id === 1 && times === 1 ? refusal(1) : undefined));
  await queue.want([1, 2]);
  await queue.stop();
  await until(60_000);
  expect(ids()).toEqual([]);
});
