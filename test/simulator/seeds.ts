/** Stories of many seeds, one after the other. */
import { expect } from 'vitest';
import { play, shrink } from './simulate.ts';
import type { Story } from './simulate.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

export interface Seeds {
  readonly first: number;
  readonly count: number;
  /** How many steps each has. */
  readonly length: number;
  /** A database of its own for each, for several instances; left out: one on a file. */
  readonly server?: () => Promise<string>;
  /** Every so-manieth looks at all Homes in the end. */
  readonly homesEvery?: number;
  /** Look for the fewest steps that break the same. */
  readonly isShrunk: boolean;
}

/**
 * Fails at the first that breaks something: prints its seed, what broke and the steps that do.
 * @returns how many times faster than the real time they were, in the median
 */
export async function playSeeds({ first, count, length, server, homesEvery = 1, isShrunk }: Seeds): Promise<number> {
  const speeds: number[] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const begun = performance.now();
    const withHomes = seed % homesEvery === 0;
    const again = async (steps: readonly Step[]) => play(steps, { server: await server?.(), withHomes });
    const story = await again(stepsOf(seed, length));
    speeds.push(story.lived / (performance.now() - begun));
    if (story.broken.length > 0) expect.fail(await tellOf(seed, story, isShrunk ? again : undefined));
  }
  return speeds.toSorted((one, other) => one - other)[Math.floor(speeds.length / 2)] ?? 0;
}

async function tellOf(seed: number, story: Story, again?: (steps: readonly Step[]) => Promise<Story>): Promise<string> {
  const { broken, steps } = again === undefined ? story : await shrink(story, again);
  return [
    `Seed ${seed} breaks something after ${story.after} steps:`,
    ...story.broken,
    again === undefined ? 'Its steps:' : 'The fewest that do:',
    JSON.stringify(steps.slice(0, story.after)),
    ...(again === undefined ? [] : broken),
    `Again: npm run simulate -- --replay '${JSON.stringify(steps)}'`,
  ].join('\n');
}
