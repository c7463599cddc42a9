/** The seeds of the build: 150, in three files, so that they run side by side; `npm run simulate` plays more. */
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { playSeeds } from './seeds.ts';

const perFile = 50;
/** About a week of the company each: `npm run simulate` plays longer ones. */
const length = 12;
const homesEvery = 5;

/** @param file says where it begins: `weeks-from-seed-101.test.ts` */
export function seedsOfTheBuild(file: string): void {
  const first = Number(/-(\d+)\.test\.ts$/u.exec(basename(file))?.[1]);
  test(
    `from seed ${first} on: nothing is lost, nothing comes twice, nobody reads what isn’t theirs`,
    { timeout: 900_000 },
    async () => {
      expect(await playSeeds({ first, count: perFile, length, homesEvery, isShrunk: false })).toBeGreaterThan(1);
    },
  );
}
