/**
 * One story from a seed, after TigerBeetle's VOPR and FoundationDB's simulation: steps that are the same each time, and what holds after
 * each. https://docs.tigerbeetle.com/concepts/safety, https://apple.github.io/foundationdb/testing.html
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homesAfterActs } from './homes.ts';
import { openLedger } from './ledger.ts';
import { always, atRest, outOfHours } from './rules.ts';
import type { Rule } from './rules.ts';
import { take } from './steps.ts';
import type { Step } from './steps.ts';
import { openWorld } from './world.ts';
import type { World } from './world.ts';

export interface Story {
  readonly steps: readonly Step[];
  /** What broke, and after how many steps; nothing where all held. */
  readonly broken: readonly string[];
  readonly after: number;
  /** How much time passed in it, in milliseconds. */
  readonly lived: number;
}

const minute = 60_000;
/** In the end: so that everything that was put off has come, and was looked up where nobody knows whether it has. */
const untilRest = [360, 360, 2, 2].map((minutes) => minutes * minute);

export interface How {
  /** A database of its own, for several instances; left out: one on a file. */
  readonly server?: string | undefined;
  /** Compare every Home with the database in the end: a third of the time that a short story takes. */
  readonly withHomes?: boolean;
}

/** Plays the steps, and stops at the first that breaks something. */
export async function play(steps: readonly Step[], { server, withHomes = true }: How = {}): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-simulation-'));
  const world = await openWorld({ folder, server });
  const begun = world.clock.now().getTime();
  const lived = () => world.clock.now().getTime() - begun;
  const ledger = openLedger();
  const look = async (rules: Readonly<Record<string, Rule>>): Promise<string[]> => {
    const found = await Promise.all(
      Object.entries(rules).map(async ([name, rule]) => (await rule(world, ledger)).map((what) => `${name}: ${what}`)),
    );
    return found.flat();
  };
  try {
    for (const [at, step] of steps.entries()) {
      await take(world, step, ledger);
      await comeToRest(world);
      const broken = [...(await look(always)), ...(await outOfHours(world, ledger))];
      if (broken.length > 0) return { steps, broken, after: at + 1, lived: lived() };
    }
    for (const milliseconds of untilRest) {
      world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));
      await comeToRest(world);
    }
    const rested = await look(atRest);
    const homes = withHomes ? await homesAfterActs(world, ledger, steps[0]?.seed ?? 0) : [];
    const broken = [...rested, ...homes, ...(await look(always))];
    return { steps, broken, after: steps.length, lived: lived() };
  } finally {
    await world.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What died is begun anew, and what is due is done. */
async function comeToRest(world: World): Promise<void> {
  await world.revive();
  await world.tick();
  if (await world.revive()) await world.tick();
}

/** The fewest steps that still break the same rule, as far as so many tries go: halves, quarters, single ones are left out in turn. */
export async function shrink(
  story: Story,
  again: (steps: readonly Step[]) => Promise<Story>,
  mostTries = 60,
): Promise<Story> {
  const rule = ruleOf(story);
  let best = { ...story, steps: story.steps.slice(0, story.after) };
  let tries = 0;
  for (let size = Math.ceil(best.steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let from = 0; from < best.steps.length && tries < mostTries; tries += 1) {
      const without = [...best.steps.slice(0, from), ...best.steps.slice(from + size)];
      const tried = without.length === 0 ? undefined : await again(without);
      if (tried !== undefined && ruleOf(tried) === rule) best = { ...tried, steps: tried.steps.slice(0, tried.after) };
      else from += size;
    }
  return best;
}

function ruleOf({ broken }: Story): string | undefined {
  return broken[0]?.split(':')[0];
}
