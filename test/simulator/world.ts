/** A small company for a simulation: the sandbox's Slack, the real bot, one instance or several, and one clock that only steps move. */
import { join } from 'node:path';
import { startSandbox } from '@firstline/slack-sandbox';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import type { Clock } from '../../src/clock.ts';
import { startFirstline } from '../../src/firstline.ts';
import type { Running } from '../../src/firstline.ts';
import { createLog } from '../../src/log.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { everybody } from '../../src/store/people.ts';
import { ring } from '../../src/store/ring.ts';
import { appToken, botToken, mondayMorning, readManifest, seed, signingSecret, teamId } from '../helpers/sandbox.ts';
import { freePort } from '../helpers/free-port.ts';
import { skippingClock } from '../helpers/skipping-clock.ts';
import { fillStore } from '../helpers/store.ts';
import { newLife } from './dying.ts';
import type { Life } from './dying.ts';
import { openFront } from './front.ts';

export interface World {
  readonly clock: Clock;
  readonly sandbox: RunningSandbox;
  /** The one at work now, of several the one that acts. */
  readonly bot: Running;
  /** Looks into the database beside whoever is at work. */
  readonly store: Store;
  /** Of the one at work. */
  readonly life: Life;
  /** What is due is done, and brought to its end; the process may die of it. */
  tick(): Promise<void>;
  /** Begins anew whatever has died. @returns whether any had */
  revive(): Promise<boolean>;
  /** Ends the one at work in order and begins it anew. */
  restart(): Promise<void>;
  /** Everything that any of its processes has logged. */
  readonly logged: readonly string[];
  stop(): Promise<void>;
}

export interface Place {
  /** A folder of its own, which whoever calls removes. */
  readonly folder: string;
  /** Several instances on this database of a PostgreSQL server; left out: one on a file. */
  readonly server?: string | undefined;
}

interface Instance {
  readonly life: Life;
  readonly port: number;
  readonly bot: Running;
}

const key = Buffer.alloc(32, 3);
const instancesOnServer = 2;

export async function openWorld({ folder, server }: Place): Promise<World> {
  const clock = skippingClock(mondayMorning);
  const instances: Instance[] = [];
  const front = await openFront(() => instances.filter(({ life }) => !life.isOver).map(({ port }) => port));
  const sandbox = await startSandbox({
    port: 0,
    clock,
    seed,
    manifest: readManifest(),
    botToken,
    appToken,
    signingSecret,
    page: false,
    requestUrl: `http://127.0.0.1:${front.port}/slack/events`,
  });
  const databasePath = server ?? join(folder, 'firstline.db');
  const pulseKeys = server === undefined ? undefined : join(folder, 'pulse-keys');
  const beside = await openDatabase({ path: databasePath, key, pulseKeys });
  const store = beside.forWorkspace(teamId);
  const logged: string[] = [];
  const log = createLog('info', { write: (line: string) => void logged.push(line) });
  let ids = 0;

  async function begin(): Promise<Instance> {
    const [life, port] = [newLife(), await freePort()];
    const bot = await startFirstline({
      slack: { mode: 'http', botToken, signingSecret, port, apiUrl: sandbox.apiUrl },
      databasePath,
      pulseKeys,
      key,
      clock,
      realNow: () => new Date(),
      newId: () => `id-${(ids += 1)}`,
      pause: clock.pause,
      log,
      onStatement: life.onStatement,
      call: life.call,
      prepare: async (own) => {
        if ((await everybody(own)).length === 0) await fillStore(own, clock.now());
      },
    });
    return { life, port, bot };
  }

  for (let count = server === undefined ? 1 : instancesOnServer; count > 0; count -= 1) instances.push(await begin());
  async function replace(gone: Instance): Promise<void> {
    // What a dead process still wants fails, so that this ends at once.
    await gone.bot.stop().catch(() => undefined);
    instances.splice(instances.indexOf(gone), 1);
    if (server !== undefined && gone.life.isOver) await lapse();
    instances.push(await begin());
    await someoneActs();
  }

  /** As if half a minute had passed on the server, in which a dead holder says nothing. */
  async function lapse(): Promise<void> {
    await store.database.updateTable('holder').set({ heldUntil: '2000-01-01T00:00:00.000Z' }).execute();
    await ring(store, { isFree: true });
  }

  async function someoneActs(): Promise<void> {
    if (server === undefined) return;
    while ((await acting()) === undefined) await ring(store, { isFree: true });
  }

  async function acting(): Promise<Instance | undefined> {
    for (const instance of instances)
      if (!instance.life.isOver && (await instance.bot.health()).sending.state !== 'standing-by') return instance;
    return undefined;
  }

  let current = instances[0];
  async function choose(): Promise<void> {
    current = server === undefined ? instances[0] : await acting();
  }
  function atWork(): Instance {
    if (current === undefined) throw new Error('Nobody is at work');
    return current;
  }
  await someoneActs();
  await choose();

  return {
    clock,
    sandbox,
    store,
    get bot() {
      return atWork().bot;
    },
    get life() {
      return atWork().life;
    },
    async tick() {
      const { bot, life } = atWork();
      await bot.tick().catch((error: unknown) => {
        if (!life.isOver) throw error;
      });
    },
    async revive() {
      const dead = instances.filter(({ life }) => life.isOver);
      for (const gone of dead) await replace(gone);
      if (dead.length > 0) await choose();
      return dead.length > 0;
    },
    async restart() {
      await replace(atWork());
      await choose();
    },
    logged,
    async stop() {
      for (const { bot } of instances) await bot.stop().catch(() => undefined);
      await beside.close();
      await sandbox.stop();
      await front.close();
    },
  };
}
