/**
 * j. One, two and three instances on one PostgreSQL server: commands spread over them in turn, and plans that are sent. All of them, the
 * server and whoever sends the commands share the cores of this machine: on machines of their own they would carry more.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { shapeOf } from '../company/shape.ts';
import { middle } from '../measure.ts';
import type { Measure, Part } from '../measure.ts';
import { runOn, startServer } from '../postgres/server.ts';
import { startBot } from '../slack/bot.ts';
import type { BotProcess } from '../slack/bot.ts';
import { coachCommands, forgetHomes } from '../slack/coach.ts';
import { load } from '../slack/load.ts';
import type { Load } from '../slack/load.ts';
import { startStandIn } from '../slack/stand-in.ts';

const reps = 2_000;
const most = 3;
const rounds = 4;
const loads = { connections: 60, seconds: 4, warmUpSeconds: 2 } as const;
const plans = 200;
const patienceMilliseconds = 120_000;
const settlingMilliseconds = 5_000;

export const measureInstances: Part = async ({ companyOf, folder, say }) => {
  const server = await startServer(folder);
  if (server === undefined) return [];
  const shape = shapeOf(reps);
  const postedAt: number[] = [];
  const standIn = await startStandIn(shape.leads + shape.managers + shape.reps, ({ method }) => {
    if (method === 'chat.postMessage') postedAt.push(performance.now());
    return undefined;
  });
  const company = join(folder, 'instances.db');
  cpSync(await companyOf(reps), company);
  forgetHomes(company);
  const databasePath = await server.bring(company);
  const own = join(folder, 'instances');
  mkdirSync(own);
  const bots: BotProcess[] = [];
  /** Plans a minute, by how many instances there were. */
  const sent: number[] = [];
  const all: Load[][] = [];
  try {
    for (let count = 1; count <= most; count += 1) {
      bots.push(await startBot({ databasePath, folder: own, apiUrl: standIn.apiUrl }));
      all.push([]);
      // Messages are brought up to date for minutes yet, as many a minute as Slack takes.
      await pause(settlingMilliseconds);
      say(`j: ${plans} plans, ${count} of ${most} instances`);
      sent.push(await sendPlans(databasePath, postedAt));
    }
    const ports = bots.map(({ port }) => port);
    const make = coachCommands(shape, standIn.responseUrl);
    const { connections, seconds } = loads;
    await load({ ports, connections, seconds: loads.warmUpSeconds * most, make });
    for (let round = 0; round < rounds; round += 1) {
      say(`j: commands, round ${round + 1}`);
      for (const [at, measured] of all.entries())
        measured.push(await load({ ports: ports.slice(0, at + 1), connections, seconds, make }));
    }
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await standIn.stop();
    await server.stop();
  }
  return [
    ...against(
      `/coach, ${loads.connections} connections`,
      'req/s',
      all.map((runs) => middle(runs.map((run) => run.perSecond))),
    ),
    ...against(
      `/coach, ${loads.connections} connections, p99`,
      'ms',
      all.map((runs) => middle(runs.map((run) => run.p99))),
    ),
    ...against('plans sent', 'a minute', sent),
  ];
};

/** They wait to be sent once more; one in which nothing is open by now is withdrawn. @returns how many went in a minute */
async function sendPlans(address: string, postedAt: number[]): Promise<number> {
  postedAt.length = 0;
  await runOn(
    address,
    `update outbox set state = 'pending', channel = null, ts = null, sent_at = null, attempts = 0
     where id in (select id from outbox where kind = 'plan' order by id limit ${plans})`,
  );
  const from = performance.now();
  const left = () =>
    runOn(address, `select 1 from outbox where kind = 'plan' and state in ('pending', 'sending') limit 1`);
  while ((await left()).length > 0) {
    if (performance.now() - from > patienceMilliseconds) throw new Error(`Only ${postedAt.length} plans were sent`);
    await pause(500);
  }
  const [first = 0, last = 0] = [postedAt[0], postedAt.at(-1)];
  if (postedAt.length < plans / 2) throw new Error(`Only ${postedAt.length} plans were sent`);
  return postedAt.length / ((last - first) / 60_000);
}

/** @param values by how many instances there were, from one */
function against(what: string, unit: string, [one = 0, ...more]: readonly number[]): Measure[] {
  return more.map((value, at) => ({
    part: 'j',
    what: `${what}, ${at + 2} instances`,
    value,
    unit,
    against: { what: 'one instance', value: one },
  }));
}
