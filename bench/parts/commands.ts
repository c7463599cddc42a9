/**
 * a. `/coach @rep note` over signed HTTP, next to a bare Bolt app that only acks and to one that writes a durable row before it does.
 * Nobody has opened their Home tab: that is measured by itself.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../child.ts';
import { shapeOf } from '../company/shape.ts';
import type { Measure, Part } from '../measure.ts';
import { startBot } from '../slack/bot.ts';
import { coachCommands, forgetHomes } from '../slack/coach.ts';
import { load } from '../slack/load.ts';
import type { Load } from '../slack/load.ts';
import { startStandIn } from '../slack/stand-in.ts';

const reps = 1_000;
const connectionCounts = [1, 20, 100] as const;
const secondsEach = 6;
const warmUpSeconds = 2;

export const measureCommands: Part = async ({ companyOf, folder, say }) => {
  const shape = shapeOf(reps);
  const standIn = await startStandIn(shape.leads + shape.managers + shape.reps);
  const make = coachCommands(shape, standIn.responseUrl);
  const run = async (port: number): Promise<Load[]> => {
    await load({ ports: [port], connections: 20, seconds: warmUpSeconds, make });
    const loads: Load[] = [];
    for (const connections of connectionCounts)
      loads.push(await load({ ports: [port], connections, seconds: secondsEach, make }));
    return loads;
  };
  const runBare = async (...words: string[]): Promise<Load[]> => {
    const child = startChild('slack/bare-app.ts', words);
    const loads = await run(Number(await child.next()));
    await child.end();
    return loads;
  };
  say('a: bare apps');
  const acking = await runBare();
  const durable = await runBare(join(folder, 'bare-notes.db'));
  say('a: the bot');
  const databasePath = join(folder, 'commands.db');
  cpSync(await companyOf(reps), databasePath);
  forgetHomes(databasePath);
  const bot = await startBot({ databasePath, folder, apiUrl: standIn.apiUrl });
  await standIn.quiet();
  const loads = await run(bot.port);
  await bot.stop();
  await standIn.stop();
  return connectionCounts.flatMap((connections, at) => {
    const [one, bare, row] = [loads[at], acking[at], durable[at]];
    if (one === undefined || bare === undefined || row === undefined) return [];
    const over = `/coach, ${connections} connection${connections === 1 ? '' : 's'}`;
    const measures: Measure[] = [
      {
        part: 'a',
        what: over,
        value: one.perSecond,
        unit: 'req/s',
        against: { what: 'bare Bolt, acks only', value: bare.perSecond },
      },
      {
        part: 'a',
        what: over,
        value: one.perSecond,
        unit: 'req/s',
        against: { what: 'bare Bolt, a durable row', value: row.perSecond },
        goal: { of: 'ratio', atLeast: 0.5 },
      },
      {
        part: 'a',
        what: `${over}, p50`,
        value: one.p50,
        unit: 'ms',
        against: { what: 'a durable row', value: row.p50 },
      },
      {
        part: 'a',
        what: `${over}, p99`,
        value: one.p99,
        unit: 'ms',
        against: { what: 'a durable row', value: row.p99 },
        goal: { of: 'ratio', atMost: 2 },
      },
    ];
    return measures;
  });
};
