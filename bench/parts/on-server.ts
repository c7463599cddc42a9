/**
 * i. The same on a PostgreSQL server as on a file: commands, acts, a week's plan, sending. Both are measured in turn, so that what else runs
 * on the machine weighs on both; the ratio is the server's to the file's. The server runs on this machine, too, and waits for its disk.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '../child.ts';
import type { Acts } from '../children/acts.ts';
import type { PlanRun } from '../children/plan.ts';
import type { SendingRun } from '../children/sending.ts';
import { shapeOf } from '../company/shape.ts';
import { middle } from '../measure.ts';
import type { BenchOptions, Measure, Part } from '../measure.ts';
import { startServer } from '../postgres/server.ts';
import type { BenchServer } from '../postgres/server.ts';
import { startBot } from '../slack/bot.ts';
import { coachCommands, forgetHomes } from '../slack/coach.ts';
import { load } from '../slack/load.ts';
import type { Load } from '../slack/load.ts';
import { startStandIn } from '../slack/stand-in.ts';

const reps = 1_000;
const rounds = 3;
const loads = { connections: [1, 20], seconds: 4, warmUpSeconds: 2, rounds: 5 } as const;
/** So many plans are sent, by a clock so fast that neither the bot's own pace nor Slack is the limit. */
const sending = { plans: 1_000, reps: 10_000, timesFaster: 50 } as const;

type Kind = 'file' | 'server';
const kinds: readonly Kind[] = ['file', 'server'];

interface Both {
  /** A database of its own with this company in it. */
  fresh(kind: Kind): Promise<string>;
  /** Of the file, to be deleted with the run. */
  readonly original: string;
}

export const measureOnServer: Part = async (options) => {
  const server = await startServer(options.folder);
  if (server === undefined) return [];
  try {
    return [
      ...(await commands(options, server)),
      ...(await actsAndPlan(options, server)),
      ...(await messages(options, server)),
    ];
  } finally {
    await server.stop();
  }
};

async function bothOf({ folder }: BenchOptions, server: BenchServer, company: string): Promise<Both> {
  const brought = await server.bring(company);
  let made = 0;
  return {
    original: company,
    async fresh(kind) {
      if (kind === 'server') return server.copyOf(brought);
      const path = join(folder, `on-server-${(made += 1)}.db`);
      cpSync(company, path);
      return path;
    },
  };
}

async function commands(options: BenchOptions, server: BenchServer): Promise<Measure[]> {
  const { companyOf, folder, say } = options;
  say('i: commands');
  const shape = shapeOf(reps);
  const standIn = await startStandIn(shape.leads + shape.managers + shape.reps);
  const company = join(folder, 'no-homes.db');
  cpSync(await companyOf(reps), company);
  forgetHomes(company);
  const both = await bothOf(options, server, company);
  const bots = await Promise.all(
    kinds.map(async (kind) => {
      const own = join(folder, `bot-on-${kind}`);
      mkdirSync(own);
      return startBot({ databasePath: await both.fresh(kind), folder: own, apiUrl: standIn.apiUrl });
    }),
  );
  await standIn.quiet();
  const make = coachCommands(shape, standIn.responseUrl);
  for (const { port } of bots) await load({ ports: [port], connections: 20, seconds: loads.warmUpSeconds, make });
  const measures: Measure[] = [];
  for (const connections of loads.connections) {
    const all: Load[][] = kinds.map(() => []);
    for (let round = 0; round < loads.rounds; round += 1)
      for (const [at, { port }] of bots.entries())
        all[at]?.push(await load({ ports: [port], connections, seconds: loads.seconds, make }));
    const over = `/coach, ${connections} connection${connections === 1 ? '' : 's'}`;
    measures.push(
      against(over, 'req/s', all, ({ perSecond }) => perSecond),
      against(`${over}, p50`, 'ms', all, ({ p50 }) => p50),
      against(`${over}, p99`, 'ms', all, ({ p99 }) => p99),
    );
  }
  await Promise.all(bots.map((bot) => bot.stop()));
  await standIn.stop();
  return measures;
}

async function actsAndPlan(options: BenchOptions, server: BenchServer): Promise<Measure[]> {
  const both = await bothOf(options, server, await options.companyOf(reps));
  const acts = await inTurn<Acts>(options, both, 'acts', 'children/acts.ts', [String(reps)]);
  const plans = await inTurn<PlanRun>(options, both, 'the week’s plan', 'children/plan.ts', [String(reps)]);
  const of = `${reps.toLocaleString('en-US')} reps`;
  return [
    against(`Home, ${of}`, 'ms', acts, ({ home }) => home),
    against(`tap → settled, ${of}`, 'ms', acts, ({ settled }) => settled),
    against(`an idle minute, ${of}`, 'ms', acts, ({ idle }) => idle),
    against(`the week’s plan, ${of}`, 's', plans, ({ seconds }) => seconds),
    against(`its longest block, ${of}`, 'ms', plans, ({ longestBlock }) => longestBlock),
  ];
}

async function messages(options: BenchOptions, server: BenchServer): Promise<Measure[]> {
  const both = await bothOf(options, server, await options.companyOf(sending.reps));
  const words = [String(sending.plans), 'any', String(sending.timesFaster)];
  const runs = await inTurn<SendingRun>(options, both, 'sending', 'children/sending.ts', words);
  const perMinute = (run: SendingRun) => (run.messages / run.minutes) * sending.timesFaster;
  return [against('messages, where nobody limits them', 'a minute', runs, perMinute)];
}

/** Each time a process of its own, on a database of its own. */
async function inTurn<T>(
  { say }: BenchOptions,
  both: Both,
  what: string,
  script: string,
  words: readonly string[],
): Promise<T[][]> {
  const all: T[][] = kinds.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [at, kind] of kinds.entries()) {
      say(`i: ${what}, ${kind}, round ${round + 1}`);
      const place = await both.fresh(kind);
      all[at]?.push(await runChild<T>(script, [place, ...words]));
      if (kind === 'file') for (const ending of ['', '-wal', '-shm']) rmSync(place + ending, { force: true });
    }
  return all;
}

/** The middle of the server's runs against that of the file's. */
function against<T>(
  what: string,
  unit: string,
  [file = [], server = []]: readonly T[][],
  of: (run: T) => number,
): Measure {
  return {
    part: 'i',
    what: `${what}, on PostgreSQL`,
    value: middle(server.map(of)),
    unit,
    against: { what: 'SQLite', value: middle(file.map(of)) },
  };
}
