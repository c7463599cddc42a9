/**
 * Load, faults and restarts at once: the bot as a process with a database file, against a Slack on loopback. What counts is what that Slack
 * has taken and what it acknowledged to people, never the bot's own word.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '@firstline/slack-sandbox';
import { createClock } from '../../src/clock.ts';
import { dice } from '../../test/helpers/dice.ts';
import { freePort } from '../../test/helpers/free-port.ts';
import { keptIn, postedIn, writtenIn } from './books.ts';
import { clockAt, weeksBetween } from './calendar.ts';
import { botToken, signingSecret, startChild } from './child.ts';
import { companyOf, fillCompany, looking, readManifest, seedOf } from './company.ts';
import { troubleFor } from './faults.ts';
import { compare } from './ledger.ts';
import type { Comparison, Said } from './ledger.ts';
import { loadFor } from './load.ts';
import { growthOf, residentMegabytes } from './memory.ts';
import type { Growth, Sample } from './memory.ts';
import { restartsFor } from './restarts.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Each has eight reps. */
  readonly managers: number;
  readonly actsPerSecond: number;
  /** Slack may leave a call without an answer, too: an end in order waits up to ten seconds for that. */
  readonly hangs: boolean;
  /** An empty folder, which whoever calls removes. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

export interface Report {
  readonly people: number;
  readonly weeks: number;
  readonly acts: number;
  readonly refused: number;
  readonly faults: number;
  readonly sentTwice: number;
  readonly killed: number;
  readonly ended: number;
  /** What was acknowledged, by kind. */
  readonly taken: Readonly<Record<Said['kind'], number>>;
  readonly comparison: Comparison;
  /** Of the last process; undefined where the system doesn't tell. */
  readonly memory: Growth | undefined;
  readonly bytes: { readonly start: number; readonly end: number; readonly perPersonAndWeek: number };
  /** What the bot logged as an error, and how often. */
  readonly errors: ReadonlyMap<string, number>;
}

const stepMilliseconds = 50;
const faultMilliseconds = 1_200;
const sampleMilliseconds = 500;
const tellMilliseconds = 30_000;
const patienceMilliseconds = 180_000;

export async function soak({
  minutes,
  seed,
  managers,
  actsPerSecond,
  hangs,
  folder,
  say,
}: SoakOptions): Promise<Report> {
  const roll = dice(seed);
  const milliseconds = minutes * 60_000;
  const members = companyOf(managers);
  const clock = createClock(() => new Date(), clockAt(0));
  const databasePath = join(folder, 'firstline.db');
  const home = join(folder, 'home');
  mkdirSync(home);
  await fillCompany(databasePath, members, clock.now());
  const startBytes = statSync(databasePath).size;
  const port = await freePort();
  const sandbox = await startSandbox({
    port: 0,
    clock,
    seed: seedOf(members),
    manifest: readManifest(),
    botToken,
    appToken: 'xapp-soak',
    signingSecret,
    page: false,
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
  });
  const errors = new Map<string, number>();
  let starts = 0;
  let samples: Sample[] = [];
  let bornAt = performance.now();
  const begin = async () => {
    clock.moveTo(clockAt(starts));
    starts += 1;
    const child = await startChild({
      databasePath,
      folder: home,
      apiUrl: sandbox.apiUrl,
      port,
      clock: clock.now(),
      onError: (message) => errors.set(message, (errors.get(message) ?? 0) + 1),
    });
    samples = [];
    bornAt = performance.now();
    return child;
  };

  let child = await begin();
  try {
    const load = loadFor(sandbox, members, dice(roll(1_000_000_000)));
    const faults = troubleFor(sandbox, hangs, dice(roll(1_000_000_000)));
    const restarts = restartsFor(milliseconds, dice(roll(1_000_000_000)));
    const began = performance.now();
    const passed = () => performance.now() - began;
    const stopping = new AbortController();

    const every = async (interval: number, act: () => void): Promise<void> => {
      for (let next = interval; !stopping.signal.aborted && next < milliseconds; next += interval) {
        await pause(Math.max(0, next - passed()));
        act();
      }
    };
    const restarting = async (): Promise<void> => {
      for (const { at, signal } of restarts) {
        await pause(Math.max(0, at - passed()));
        await child.end(signal);
        child = await begin();
        say(`${Math.round(passed() / 1000)} s: ${signal}, begun anew on ${clock.now().toISOString().slice(0, 10)}`);
      }
    };
    try {
      await Promise.all([
        every(Math.max(stepMilliseconds, 1000 / actsPerSecond), () => load.step()),
        every(faultMilliseconds, () => faults.step()),
        every(sampleMilliseconds, () => {
          const megabytes = residentMegabytes(child.pid);
          if (megabytes !== undefined) samples.push({ age: (performance.now() - bornAt) / 1000, megabytes });
        }),
        every(tellMilliseconds, () => {
          const { age = 0, megabytes = 0 } = samples.at(-1) ?? {};
          const memoryNow = `${megabytes.toFixed(1)} MB at an age of ${age.toFixed(0)} s`;
          say(`${Math.round(passed() / 1000)} s: ${load.acts()} acts, ${faults.met()} faults, ${memoryNow}`);
        }),
        restarting(),
      ]);
    } finally {
      stopping.abort();
    }
    const memory = growthOf(samples);
    await load.rest();
    await faults.stop();
    say('The load is over; the bot settles.');
    await child.end('SIGTERM');
    child = await begin();
    say('Begun anew; it settles.');
    await settle(databasePath, () => clock.now());
    await child.end('SIGTERM');
    const [kept, written] = await looking(databasePath, async (store) =>
      Promise.all([keptIn(store), writtenIn(store, clock.now())]),
    );
    const endBytes = statSync(databasePath).size;
    const weeks = weeksBetween(clockAt(0), clock.now());
    const killed = restarts.filter(({ signal }) => signal === 'SIGKILL').length;
    return {
      people: members.length,
      weeks,
      acts: load.acts(),
      refused: load.refused(),
      faults: faults.met(),
      sentTwice: faults.sentTwice(),
      killed,
      ended: restarts.length - killed,
      taken: takenOf(load.said),
      comparison: compare({ said: load.said, kept, written, posted: postedIn(sandbox, members) }),
      memory,
      bytes: {
        start: startBytes,
        end: endBytes,
        perPersonAndWeek: (endBytes - startBytes) / members.length / weeks,
      },
      errors,
    };
  } finally {
    await child.end('SIGKILL');
    await sandbox.stop();
  }
}

function takenOf(said: readonly Said[]): Report['taken'] {
  const count = (kind: Said['kind']): number => said.filter((one) => one.isTaken && one.kind === kind).length;
  return { ask: count('ask'), note: count('note'), entry: count('entry') };
}

/** Waits until nothing is on its way, twice in a row: what one message brings about may be another. It gives up without a word, and the comparison says so. */
async function settle(databasePath: string, now: () => Date): Promise<void> {
  const from = performance.now();
  for (let quiet = 0; quiet < 3 && performance.now() - from < patienceMilliseconds;) {
    await pause(1_000);
    const written = await looking(databasePath, (store) => writtenIn(store, now()));
    const { unsettled } = compare({ said: [], kept: [], written, posted: [] });
    quiet = unsettled.length === 0 ? quiet + 1 : 0;
  }
}
