/** In a process of its own: the bot that workspaces install, with so many of them, from its start until nothing has come up for a minute. */
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { createClock } from '../../src/clock.ts';
import { createLog } from '../../src/log.ts';
import { startInstalled } from '../../src/serving/installed.ts';
import { openDatabase } from '../../src/store/db.ts';
import { saveInstallation } from '../../src/store/slack-installations.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { fillStore } from '../../test/helpers/store.ts';
import { tell } from '../child.ts';
import { key, now } from '../company/shape.ts';
import { botToken, signingSecret } from '../slack/signed.ts';

export interface WorkspacesBegun {
  readonly seconds: number;
}

export interface WorkspacesAtRest {
  /** In use after a collection. */
  readonly heapMegabytes: number;
  /** Of the processor, in a minute in which nothing is due. */
  readonly idleMilliseconds: number;
}

const restMilliseconds = 6_000;
const idleMinute = 60_000;

const [databasePath = '', count = '1', apiUrl = '', folder = ''] = process.argv.slice(2);
const pulseKeys = join(folder, `pulse-keys-${process.pid}/`);
await fill(Number(count));
const realNow = () => new Date();
let ids = 0;
const from = performance.now();
const bot = await startInstalled({
  databasePath,
  key,
  pulseKeys,
  clock: createClock(realNow, now),
  realNow,
  newId: () => `bench-${process.pid}-${(ids += 1)}`,
  log: createLog('error', { write: (line: string) => void process.stderr.write(line) }),
  slack: {
    mode: 'installed',
    clientId: '1234.5678',
    clientSecret: 'bench-client-secret',
    stateSecret: 'bench-state-secret',
    signingSecret,
    port: 0,
    apiUrl,
    publicAddress: undefined,
    wanted: undefined,
  },
});
tell({ seconds: (performance.now() - from) / 1000 } satisfies WorkspacesBegun);
await bot.tick();
await pause(restMilliseconds);
const before = process.cpuUsage();
await pause(idleMinute);
const { user, system } = process.cpuUsage(before);
globalThis.gc?.();
const { heapUsed } = process.memoryUsage();
tell({
  heapMegabytes: heapUsed / 2 ** 20,
  idleMilliseconds: (user + system) / 1000,
} satisfies WorkspacesAtRest);
const { workspaces } = await bot.health();
if (Object.keys(workspaces).length !== Number(count)) throw new Error('Not all of them are served');
await bot.stop();
process.exit(0);

/** A team of nine in each, who are known to the bot by now. */
async function fill(most: number): Promise<void> {
  const database = await openDatabase({ path: databasePath, key, pulseKeys });
  for (let number = 1; number <= most; number += 1) {
    const id = `T0BENCH${number}`;
    const store = database.forWorkspace(id);
    await saveWorkspace(store, { name: id, botUserId: 'U0BOT' }, now);
    await fillStore(store, now);
    await saveInstallation(store, {
      id,
      name: id,
      isOrganisation: false,
      enterpriseId: undefined,
      appId: 'A0BENCH',
      botUserId: 'U0BOT',
      botId: 'B0BOT',
      installedBy: undefined,
      installedAt: now,
      token: botToken,
      refreshToken: undefined,
      obtainedAt: now,
      expiresAt: undefined,
    });
  }
  await database.close();
}
