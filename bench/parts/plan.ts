/** c. The whole week's plan, next to a bare scan of the same tables; its memory, and for how long nothing else is answered. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import type { PlanRun } from '../children/plan.ts';
import type { Measure, Part } from '../measure.ts';

const smallest = 1_000;

export const measurePlan: Part = async ({ sizes, companyOf, folder, say }) => {
  const measures: Measure[] = [];
  let before: { readonly reps: number; readonly seconds: number } | undefined;
  for (const reps of sizes.filter((size) => size >= smallest)) {
    say(`c: ${reps} reps`);
    const company = await companyOf(reps);
    const { seconds: bare } = await runChild<{ seconds: number }>('children/scan.ts', [company]);
    const path = join(folder, 'plan.db');
    cpSync(company, path);
    const run = await runChild<PlanRun>('children/plan.ts', [path, String(reps)]);
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    const of = `${reps.toLocaleString('en-US')} reps`;
    measures.push(
      {
        part: 'c',
        what: `the week’s plan, ${of}`,
        value: run.seconds,
        unit: 's',
        against: { what: 'bare scan', value: bare },
        goal: { of: 'ratio', atMost: 4 },
      },
      {
        part: 'c',
        what: `peak memory, ${of}`,
        value: run.peakMegabytes,
        unit: 'MB',
        goal: { of: 'value', atMost: 400 },
      },
      {
        part: 'c',
        what: `longest block, ${of}`,
        value: run.longestBlock,
        unit: 'ms',
        goal: { of: 'value', atMost: 30 },
      },
    );
    if (before?.reps === reps / 10)
      measures.push({
        part: 'c',
        what: `the week’s plan, ${of}`,
        value: run.seconds,
        unit: 's',
        against: { what: `${before.reps.toLocaleString('en-US')} reps`, value: before.seconds },
        goal: { of: 'ratio', atMost: 11 },
      });
    before = { reps, seconds: run.seconds };
  }
  return measures;
};
