/** g. From the start of the process until the bot is at work, and its memory once it has nothing to do. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { shapeOf } from '../company/shape.ts';
import { middle } from '../measure.ts';
import type { Part } from '../measure.ts';
import { startBot } from '../slack/bot.ts';
import { startStandIn } from '../slack/stand-in.ts';

const reps = 1_000;
const starts = 5;
/** Everything that comes at the start is done by then. */
const restMilliseconds = 6_000;

export const measureStart: Part = async ({ companyOf, folder, say }) => {
  const shape = shapeOf(reps);
  const standIn = await startStandIn(shape.leads + shape.managers + shape.reps);
  const databasePath = join(folder, 'start.db');
  cpSync(await companyOf(reps), databasePath);
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    say(`g: start ${start + 1}`);
    const bot = await startBot({ databasePath, folder, apiUrl: standIn.apiUrl });
    seconds.push(bot.readyAfter / 1000);
    await pause(restMilliseconds);
    megabytes.push(memoryOf(bot.pid));
    await bot.stop();
  }
  await standIn.stop();
  const of = `${reps.toLocaleString('en-US')} reps, middle of ${starts}`;
  return [
    {
      part: 'g',
      what: `start to ready, ${of}`,
      value: middle(seconds),
      unit: 's',
      goal: { of: 'value', atMost: 1 },
    },
    {
      part: 'g',
      what: `memory at rest, ${of}`,
      value: middle(megabytes),
      unit: 'MB',
      goal: { of: 'value', atMost: 150 },
    },
  ];
};

/** Resident, in megabytes. Linux tells. */
function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
