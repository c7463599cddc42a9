/** f. Five thousand plans go out to a stand-in that keeps the limits that Slack documents, without telling the bot how many it takes. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import type { SendingRun } from '../children/sending.ts';
import { repsPerManager } from '../company/shape.ts';
import type { Measure, Part } from '../measure.ts';

const plans = 5_000;
/** "Several hundred a minute", and how many times as fast as the real one the clock runs by which Slack and the bot count. */
const limits = [
  { perMinute: 300, timesFaster: 5 },
  { perMinute: 600, timesFaster: 5 },
] as const;

export const measureSending: Part = async ({ companyOf, folder, say }) => {
  const measures: Measure[] = [];
  for (const { perMinute, timesFaster } of limits) {
    say(`f: ${plans} plans at ${perMinute} a minute`);
    const path = join(folder, 'sending.db');
    cpSync(await companyOf(plans * repsPerManager), path);
    const run = await runChild<SendingRun>('children/sending.ts', [
      path,
      String(plans),
      String(perMinute),
      String(timesFaster),
    ]);
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    measures.push(
      {
        part: 'f',
        what: `${run.messages.toLocaleString('en-US')} plans, clock × ${timesFaster}`,
        value: run.messages / run.minutes,
        unit: 'a minute',
        against: { what: 'Slack takes', value: perMinute },
        goal: { of: 'ratio', atLeast: 0.95 },
      },
      {
        part: 'f',
        what: `refused (429), Slack takes ${perMinute}`,
        value: (100 * run.refused) / (run.messages + run.refused),
        unit: '%',
        goal: { of: 'value', atMost: 1 },
      },
    );
  }
  return measures;
};
