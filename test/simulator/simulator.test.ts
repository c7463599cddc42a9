/**
 * Made-up weeks of a small company, with faults: SIM_SEEDS says how many, SIM_SEED where to begin, SIM_STEPS how long each is. `npm run
 * simulate` runs them by hand. One that breaks something prints itself, with the fewest steps that still do.
 */
import { expect, test } from 'vitest';
import { play, shrink } from './simulate.ts';
import { stepsOf } from './steps.ts';
import type { Step } from './steps.ts';

const first = Number(process.env['SIM_SEED'] ?? 1);
const count = Number(process.env['SIM_SEEDS'] ?? 4);
const length = Number(process.env['SIM_STEPS'] ?? 25);
const isByHand = process.env['SIM_SEEDS'] !== undefined;

const replayed = process.env['SIM_REPLAY'];

test.skipIf(replayed === undefined)(
  'the steps of SIM_REPLAY break nothing (skipped where there are none)',
  { timeout: 600_000 },
  async () => {
    const { broken } = await play(JSON.parse(replayed ?? '[]') as Step[]);
    expect(broken).toEqual([]);
  },
);

test.skipIf(replayed !== undefined)(
  'whatever happens, nothing is lost, nothing comes twice, nobody reads what isn’t theirs',
  { timeout: 3_600_000 },
  async () => {
    const speeds: number[] = [];
    for (let seed = first; seed < first + count; seed += 1) {
      const begun = performance.now();
      const story = await play(stepsOf(seed, length));
      speeds.push(story.lived / (performance.now() - begun));
      if (story.broken.length === 0) continue;
      const least = process.env['SIM_SHRINK'] === '0' ? story : await shrink(story);
      expect.fail(
        `Seed ${seed} breaks something after ${story.after} steps:\n${story.broken.join('\n')}\nThe fewest that do:\n${JSON.stringify(least.steps)}\n${least.broken.join('\n')}`,
      );
    }
    const median = speeds.toSorted((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? 0;
    if (isByHand)
      process.stdout.write(
        `\n${count} seeds from ${first}: nothing broken. ${Math.round(median).toLocaleString('en')} times real speed (median).\n`,
      );
    expect(median).toBeGreaterThan(1);
  },
);
