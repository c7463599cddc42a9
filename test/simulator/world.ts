/** A small company for a simulation: the sandbox's Slack, the real bot on a file, and one clock that only steps move. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startSandbox } from '@firstline/slack-sandbox';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import type { Clock } from '../../src/clock.ts';
import { startFirstline } from '../../src/firstline.ts';
import type { Running } from '../../src/firstline.ts';
import { createLog } from '../../src/log.ts';
import { everybody } from '../../src/store/people.ts';
import { freePort } from '../helpers/requests.ts';
import { botToken, appToken, mondayMorning, readManifest, seed, signingSecret } from '../helpers/sandbox.ts';
import { skippingClock } from '../helpers/skipping-clock.ts';
import { fillStore } from '../helpers/store.ts';

export interface World {
  readonly clock: Clock;
  readonly sandbox: RunningSandbox;
  /** The one at work now. */
  readonly bot: Running;
  /** The process dies after so many more statements; what it was in the middle of stays as it is. */
  dieAfter(statements: number): void;
  /** Begins it anew where it has died. */
  revive(): Promise<boolean>;
  /** Ends it in order and begins it anew. */
  restart(): Promise<void>;
  /** Everything that any of its processes has logged. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

export async function openWorld(folder: string): Promise<World> {
  const clock = skippingClock(mondayMorning);
  const port = await freePort();
  const sandbox = await startSandbox({
    port: 0,
    clock,
    seed,
    manifest: readManifest(),
    botToken,
    appToken,
    signingSecret,
    page: false,
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
  });
  const logged: string[] = [];
  const life = { left: Infinity, isDead: false };

  function count(): void {
    if (life.isDead) throw new Error('The process is dead');
    life.left -= 1;
    if (life.left > 0) return;
    life.isDead = true;
    throw new Error('The process dies');
  }

  function start(): Promise<Running> {
    return startFirstline({
      slack: { mode: 'http', botToken, signingSecret, port, apiUrl: sandbox.apiUrl },
      databasePath: join(folder, 'firstline.db'),
      key: Buffer.alloc(32, 3),
      clock,
      realNow: () => new Date(),
      newId: randomUUID,
      pause: clock.pause,
      log: createLog('info', { write: (line: string) => void logged.push(line) }),
      onStatement: count,
      prepare: async (store) => {
        if ((await everybody(store)).length === 0) await fillStore(store, clock.now());
      },
    });
  }

  let bot = await start();
  return {
    clock,
    sandbox,
    get bot() {
      return bot;
    },
    dieAfter(statements) {
      life.left = statements;
    },
    async revive() {
      if (!life.isDead) return false;
      // What a dead process still wants fails, so that this ends at once.
      await bot.stop().catch(() => undefined);
      Object.assign(life, { left: Infinity, isDead: false });
      bot = await start();
      return true;
    },
    async restart() {
      life.left = Infinity;
      if (!life.isDead) await bot.stop();
      else await bot.stop().catch(() => undefined);
      life.isDead = false;
      bot = await start();
    },
    logged,
    async stop() {
      await bot.stop().catch(() => undefined);
      await sandbox.stop();
    },
  };
}
