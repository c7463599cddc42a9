/**
 * Made-up weeks of a small company, with faults, by hand: SIM_SEEDS says how many, SIM_SEED where to begin, SIM_STEPS how long each is,
 * SIM_SEVERAL that several instances share a server. `npm run simulate` runs them; the build has its own seeds beside this.
 */
import { expect, test } from 'vitest';
import { freshOnServer } from '../helpers/place.ts';
import { play } from './simulate.ts';
import { playSeeds } from './seeds.ts';
import type { Step } from './steps.ts';

const seeds = process.env['SIM_SEEDS'];
const replayed = process.env['SIM_REPLAY'];
const server = process.env['SIM_SEVERAL'] === undefined ? undefined : () => freshOnServer();
const hour = 3_600_000;

test.skipIf(replayed === undefined)('the steps of SIM_REPLAY break nothing (by hand)', { timeout: hour }, async () => {
  const { broken } = await play(JSON.parse(replayed ?? '[]') as Step[], { server: await server?.() });
  expect(broken).toEqual([]);
});

test.skipIf(seeds === undefined)(
  'so many seeds break nothing (by hand: npm run simulate)',
  { timeout: 24 * hour },
  async () => {
    const first = Number(process.env['SIM_SEED'] ?? 1);
    const speed = await playSeeds({
      first,
      count: Number(seeds),
      length: Number(process.env['SIM_STEPS'] ?? 25),
      isShrunk: process.env['SIM_SHRINK'] !== '0',
      ...(server !== undefined && { server }),
    });
    const times = Math.round(speed).toLocaleString('en');
    process.stdout.write(`\n${seeds} seeds from ${first}: nothing broken. ${times} times real speed (median).\n`);
    expect(speed).toBeGreaterThan(1);
  },
);
