/** b. A look at Home, a tap until what was sent is checked, and a minute in which nothing is due, in small companies and large ones. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import type { Acts } from '../children/acts.ts';
import type { Measure, Part } from '../measure.ts';

const goals = { home: 30, settled: 20, idle: 5 } as const;
const names = { home: 'Home', settled: 'tap → settled', idle: 'an idle minute' } as const;
const mostGrowth = 1.3;

export const measureActs: Part = async ({ sizes, companyOf, folder, say }) => {
  const measured: [number, Acts][] = [];
  for (const reps of sizes) {
    say(`b: ${reps} reps`);
    const path = join(folder, 'acts.db');
    cpSync(await companyOf(reps), path);
    measured.push([reps, await runChild<Acts>('children/acts.ts', [path, String(reps)])]);
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
  }
  const [smallest, ...larger] = measured;
  const last = measured.at(-1);
  if (smallest === undefined || last === undefined) return [];
  return (['home', 'settled', 'idle'] as const).flatMap((kind): Measure[] => [
    ...[smallest, ...larger].map(([reps, acts]): Measure => ({
      part: 'b',
      what: `${names[kind]}, ${reps.toLocaleString('en-US')} reps`,
      value: acts[kind],
      unit: 'ms',
      goal: { of: 'value', atMost: goals[kind] },
    })),
    {
      part: 'b',
      what: `${names[kind]}, ${last[0].toLocaleString('en-US')} reps`,
      value: last[1][kind],
      unit: 'ms',
      against: { what: `${smallest[0].toLocaleString('en-US')} reps`, value: smallest[1][kind] },
      goal: { of: 'ratio', atMost: mostGrowth },
    },
  ]);
};
