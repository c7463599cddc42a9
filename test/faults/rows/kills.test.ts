/** Killed again and again, at points that a seed picks. */
import { expect } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { dice } from '../../helpers/dice.ts';
import { isWhole, row } from '../../helpers/fault-rows.ts';
import { due, filledPlace, kill, leaders, patience } from '../../helpers/instances.ts';
import { postsTo } from '../../helpers/posts.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';

const rounds = Number(process.env['FAULT_ROUNDS'] ?? (isWhole ? 200 : 4));
const callsOfStart = 10;

/** Kills after so many calls of the bot and then so many milliseconds, starts again, and counts what everybody has in the end. */
async function killedAfter(calls: number, milliseconds: number): Promise<number[]> {
  const sandbox: RunningSandbox = await openSandbox({ clock: testClock() });
  const place = await filledPlace();
  const first = place.start(sandbox);
  const toSlack = () => sandbox.traffic.filter(({ direction }) => direction === 'to-slack').length;
  const isAllPosted = () => leaders.every((leader) => postsTo(sandbox, leader).length > 0);
  await sandbox.until('its calls', () => toSlack() >= calls || isAllPosted(), patience);
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
  await kill(first);
  const second = place.start(sandbox, undefined, new Date(due.getTime() + 90_000));
  await place.untilSent(leaders.length, 120_000);
  const counts = leaders.map((leader) => postsTo(sandbox, leader).length);
  await kill(second);
  await sandbox.stop();
  return counts;
}

row(
  3,
  async () => {
    const next = dice(20_261_123);
    const points = Array.from({ length: rounds }, () => [1 + next(callsOfStart), next(15)] as const);
    const wrong: string[] = [];
    const lane = async (): Promise<void> => {
      for (let point = points.shift(); point !== undefined; point = points.shift()) {
        const counts = await killedAfter(...point);
        if (counts.some((count) => count !== 1)) wrong.push(`after ${point.join(' calls and ')} ms: ${counts.join()}`);
      }
    };
    await Promise.all([lane(), lane()]);
    expect(wrong).toEqual([]);
  },
  { milliseconds: 60_000 + rounds * 30_000 },
);
