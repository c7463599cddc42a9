/** The bot as processes of their own, one after the other or several at once, on one database. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { deliveriesIn } from '../../src/store/outbox.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { slackIdOf } from './people.ts';
import { freshOnServer, isOnServer, runOnServer } from './place.ts';
import { emptyFolder, startProcess } from './process.ts';
import type { BotProcess } from './process.ts';
import { appToken, botToken, signingSecret, teamId } from './sandbox.ts';
import { fillStore } from './store.ts';

/** The lead and both managers: each has a plan. */
export const leaders = [slackIdOf('lee'), slackIdOf('dana'), slackIdOf('marco')];
/** 15:00 in London is 10:00 in New York: all plans are due. */
export const due = new Date('2026-11-23T15:00:00Z');
/** For a process to start, on a busy machine. */
export const patience = 60_000;
/** What the one says that acts for the workspace. */
export const acts = 'This instance acts for the workspace';

export interface Place {
  readonly address: string;
  /** Starts one more instance: on a socket, or on this port by signed requests; by this clock. */
  start(sandbox: Pick<RunningSandbox, 'apiUrl'>, port?: number, at?: Date): BotProcess;
  /** Looks into the database beside whoever has it open. */
  look<T>(look: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when so many plans are sent by the bot's own books. */
  untilSent(count?: number, withinMilliseconds?: number): Promise<void>;
}

/** A database on the server with everybody of the tests' workspace in it; it goes with the test. */
export async function sharedPlace(now = due): Promise<Place> {
  return filledPlace(now, await freshOnServer());
}

/** A file with everybody of the tests' workspace in it or, where the tests' databases are on a server, a database there. */
export async function filledPlace(now = due, at?: string): Promise<Place> {
  const address = at ?? (isOnServer ? await freshOnServer() : join(emptyFolder(), 'firstline.db'));
  const key = randomBytes(32);
  const isFile = !address.startsWith('postgres:');
  const pulseKeys = isFile ? undefined : join(emptyFolder(), 'pulse-keys');
  async function look<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const database = await openDatabase({ path: address, key, pulseKeys });
    try {
      return await work(database.forWorkspace(teamId));
    } finally {
      await database.close();
    }
  }
  await look(async (store) => {
    await saveWorkspace(store, { name: 'Test & Co', botUserId: null }, now);
    await fillStore(store, now);
  });
  return {
    address,
    look,
    start: (sandbox, port, clock = now) =>
      startProcess([], {
        SLACK_BOT_TOKEN: botToken,
        ...(port === undefined
          ? { SLACK_APP_TOKEN: appToken }
          : { SLACK_SIGNING_SECRET: signingSecret, PORT: `${port}` }),
        SLACK_API_URL: sandbox.apiUrl,
        FIRSTLINE_DB: address,
        FIRSTLINE_KEY: key.toString('base64'),
        ...(pulseKeys !== undefined && { FIRSTLINE_PULSE_KEYS: pulseKeys }),
        FIRSTLINE_CLOCK: clock.toISOString(),
      }),
    untilSent: async (count = leaders.length, timeout = patience) => {
      await expect.poll(() => look(countSent), { timeout, interval: 200 }).toBe(count);
    },
  };
}

const countSent = async (store: Store) => (await deliveriesIn(store, ['sent'])).filter(isPlan).length;
const isPlan = ({ kind }: Delivery): boolean => kind === 'plan';

/** Ends every connection to a database, of whatever instance. */
export async function cutConnections(address: string): Promise<void> {
  const name = new URL(address).pathname.slice(1);
  await runOnServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
}

/** Has it said so by now? */
export const hasSaid = (bot: BotProcess, text: string): boolean => bot.output().includes(text);

export async function kill(bot: BotProcess): Promise<void> {
  bot.child.kill('SIGKILL');
  await bot.exited;
}
