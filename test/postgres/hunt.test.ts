/**
 * Rounds at seeded points: three instances, of which some are killed, stopped in the middle, ended in order or cut off, while posts fail in
 * every way. `npm run hunt` runs many; HUNT_ROUNDS says how many, HUNT_SEED where to begin.
 */
import { expect, test } from 'vitest';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';
import { dice } from '../helpers/dice.ts';
import { acts, cutConnections, due, kill, leaders, sharedPlace } from '../helpers/instances.ts';
import type { Place } from '../helpers/instances.ts';
import { hasServer } from '../helpers/place.ts';
import { postsTo } from '../helpers/posts.ts';
import type { BotProcess } from '../helpers/process.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

const rounds = Number(process.env['HUNT_ROUNDS'] ?? 0);
const firstSeed = Number(process.env['HUNT_SEED'] ?? 1);
const atOnce = 3;
const deeds = 4;
/** A hold lapses, what was on its way is proven absent, perhaps three times over. */
const patience = 400_000;
/** Longer than a hold, and shorter. */
const longest = { stopped: 40_000, between: 3_000, slow: 5_000 };

type Roll = (below: number) => number;

interface Round {
  readonly place: Place;
  readonly sandbox: RunningSandbox;
  readonly roll: Roll;
  readonly bots: BotProcess[];
}

const inWhile = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

function faultBy(roll: Roll): Fault | undefined {
  const afterAccepting = roll(2) === 0;
  switch (roll(6)) {
    case 0:
      return { kind: 'hang', afterAccepting };
    case 1:
      return { kind: 'reset', afterAccepting };
    case 2:
      return { kind: 'http', status: 500, afterAccepting };
    case 3:
      return { kind: 'wait', release: inWhile(roll(longest.slow)) };
    default:
      return undefined;
  }
}

/** What happens to one of them, and what comes in its place. */
const happenings: readonly ((round: Round, bot: BotProcess) => Promise<void>)[] = [
  async ({ bots, place, sandbox }, bot) => {
    await kill(bot);
    bots[bots.indexOf(bot)] = place.start(sandbox);
  },
  async ({ bots, place, sandbox }, bot) => {
    bot.child.kill('SIGTERM');
    await bot.exited;
    bots[bots.indexOf(bot)] = place.start(sandbox);
  },
  async ({ roll }, bot) => {
    bot.child.kill('SIGSTOP');
    await inWhile(roll(2) === 0 ? roll(longest.between) : longest.stopped);
    bot.child.kill('SIGCONT');
  },
  ({ place }) => cutConnections(place.address),
];

/** @returns how many plans each leader got */
async function hunt(seed: number): Promise<readonly number[]> {
  const roll = dice(seed);
  const [sandbox, place] = [await openSandbox({ clock: testClock(due.toISOString()) }), await sharedPlace()];
  for (let call = 0; call < leaders.length * 2; call += 1) {
    const fault = faultBy(roll);
    if (fault !== undefined) sandbox.script('chat.postMessage', fault);
  }
  const bots = Array.from({ length: 3 }, () => place.start(sandbox));
  await Promise.any(bots.map((bot) => bot.says(acts)));
  for (let deed = 0; deed < deeds; deed += 1) {
    await inWhile(roll(longest.between));
    const bot = bots[roll(bots.length)];
    if (bot !== undefined) await happenings[roll(happenings.length)]?.({ place, sandbox, roll, bots }, bot);
  }
  await place.untilSent(leaders.length, patience);
  const counts = leaders.map((leader) => postsTo(sandbox, leader).length);
  await Promise.all(bots.map(kill));
  await sandbox.stop();
  return counts;
}

test.skipIf(!hasServer || rounds === 0)(
  `in ${rounds} rounds no message is lost and none comes twice`,
  async () => {
    const found: string[] = [];
    let done = 0;
    const seeds = Array.from({ length: rounds }, (_, at) => firstSeed + at);
    const runSome = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const counts = await hunt(seed).catch((error: unknown) => String(error));
        if (String(counts) !== String(leaders.map(() => 1))) found.push(`seed ${seed}: ${String(counts)}`);
        done += 1;
        process.stdout.write(`${done} of ${rounds} rounds, ${found.length} not as they should be\n`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, runSome));
    expect(found).toEqual([]);
  },
  Math.max(1, rounds) * 600_000,
);
