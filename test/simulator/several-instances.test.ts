import { expect, test } from 'vitest';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { playSeeds } from './seeds.ts';

test.skipIf(!hasServer)(
  'made-up weeks on a server, with two instances of which one acts: nothing is lost, nothing comes twice (skipped without PostgreSQL)',
  { timeout: 600_000 },
  async () => {
    expect(
      await playSeeds({ first: 1, count: 4, length: 18, server: () => freshOnServer(), isShrunk: false }),
    ).toBeGreaterThan(1);
  },
);
