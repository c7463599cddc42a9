import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import type { Clock } from '../../src/clock.ts';
import { startFirstline } from '../../src/firstline.ts';
import type { Running } from '../../src/firstline.ts';
import type { LogLevel } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import type { Store } from '../../src/store/db.ts';
import { everybody } from '../../src/store/people.ts';
import { freshPlace } from './place.ts';
import { appToken, botToken as sandboxToken, signingSecret } from './sandbox.ts';
import { fillStore } from './store.ts';

export interface BotOptions {
  readonly sandbox: Pick<RunningSandbox, 'apiUrl'>;
  /** The one that the sandbox was given. */
  readonly clock: Clock;
  /** In memory if left out. */
  readonly databasePath?: string;
  readonly behaviours?: readonly Behaviour[];
  /** Signed HTTP on this port instead of Socket Mode; 0 takes any. */
  readonly httpPort?: number;
  /** Where /healthz is answered in Socket Mode; 0 takes any. */
  readonly healthPort?: number;
  /** Runs once before the bot starts; fills in everybody of the tests' workspace if left out. */
  readonly fill?: (store: Store, now: Date) => Promise<void>;
  readonly logLevel?: LogLevel;
  /** Hears the text of every statement on the database. */
  readonly onStatement?: (text: string) => void;
  /** Where deals are fetched from. */
  readonly deals?: string;
  /** Lets so many milliseconds of the clock pass, where that isn't the real time's. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** The sandbox's if left out. */
  readonly botToken?: string;
}

export interface TestBot extends Running {
  /** Every line that was logged so far. */
  readonly logged: readonly string[];
}

/** The real bot, in this process, against the sandbox. It stops with the test. */
export async function startBot(options: BotOptions): Promise<TestBot> {
  const logged: string[] = [];
  const { clock, sandbox } = options;
  const common = { botToken: options.botToken ?? sandboxToken, apiUrl: sandbox.apiUrl };
  const bot = await startFirstline({
    slack:
      options.httpPort === undefined
        ? { mode: 'socket', appToken, ...common }
        : { mode: 'http', signingSecret, port: options.httpPort, ...common },
    databasePath: options.databasePath ?? (await freshPlace()),
    healthPort: options.healthPort,
    clock,
    realNow: () => new Date(),
    newId: randomUUID,
    log: createLog(options.logLevel ?? 'info', { write: (line: string) => void logged.push(line) }),
    behaviours: options.behaviours,
    deals: options.deals,
    onStatement: options.onStatement,
    pause: options.pause,
    prepare: (store) => (options.fill ?? fillOnce)(store, clock.now()),
  });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= bot.stop());
  onTestFinished(stop);
  return { ...bot, port: bot.port, logged, stop };
}

/** A second start on the same database finds everybody there. */
async function fillOnce(store: Store, now: Date): Promise<void> {
  if ((await everybody(store)).length === 0) await fillStore(store, now);
}
