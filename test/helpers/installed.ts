/** The bot that workspaces install, against the sandbox of several: two companies, and an organisation of two more, in which people have the same ids. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { startSeveral } from '@firstline/slack-sandbox';
import type { JsonObject, SandboxOfSeveral, SandboxSeed, SeveralSettings } from '@firstline/slack-sandbox';
import type { Clock } from '../../src/clock.ts';
import type { InstalledConfig } from '../../src/config-installed.ts';
import type { Context } from '../../src/context.ts';
import { createLog } from '../../src/log.ts';
import { startInstalled } from '../../src/serving/installed.ts';
import type { InstalledOptions, RunningInstalled } from '../../src/serving/installed.ts';
import { freshPlace } from './place.ts';
import { freePort } from './free-port.ts';
import { seed, signingSecret, testClock } from './sandbox.ts';
import { fillStore } from './store.ts';

export const app = { clientId: '1234.5678', clientSecret: 'canary-client-secret' };
export const key = Buffer.alloc(32, 7);

/** Acme and Birch are companies of their own; Cedar and Dogwood are workspaces of the organisation Elm. */
export const acme = 'T0ACME';
export const birch = 'T0BIRCH';
export const cedar = 'T0CEDAR';
export const dogwood = 'T0DOGWOOD';
export const elm = 'E0ELM';

const names: Readonly<Record<string, string>> = {
  [acme]: 'Acme',
  [birch]: 'Birch & Sons',
  [cedar]: 'Cedar',
  [dogwood]: 'Dogwood',
};

function workspace(teamId: string): SandboxSeed {
  const isOfElm = teamId === cedar || teamId === dogwood;
  return {
    ...seed,
    teamId,
    teamName: names[teamId] ?? teamId,
    ...(isOfElm && { enterpriseId: elm }),
    channels: seed.channels.map((channel) => ({ ...channel, id: `C0${teamId.slice(2)}` })),
  };
}

/** The app as several workspaces install it. */
function manifestOfMany(): JsonObject {
  return parse(readFileSync(join(import.meta.dirname, '../../manifest.many.yml'), 'utf8')) as JsonObject;
}

export interface Town {
  readonly slack: SandboxOfSeveral;
  readonly clock: Clock;
  /** Where the bot is to listen. */
  readonly port: number;
  readonly installUrl: string;
}

/** Slack, with nothing installed. It stops with the test. @param host by which browsers reach the bot */
export async function openTown(settings: Partial<SeveralSettings> = {}, host = '127.0.0.1'): Promise<Town> {
  const clock = testClock();
  const port = await freePort();
  const address = `http://${host}:${port}/slack`;
  const slack = await startSeveral({
    port: 0,
    clock,
    manifest: manifestOfMany(),
    ...app,
    signingSecret,
    requestUrl: `${address}/events`,
    redirectUrls: [`${address}/oauth_redirect`],
    workspaces: [acme, birch, cedar, dogwood].map(workspace),
    organisations: [{ id: elm, name: 'Elm Group' }],
    ...settings,
  });
  onTestFinished(() => slack.stop());
  return { slack, clock, port, installUrl: `${address}/install` };
}

export interface InstalledBot extends RunningInstalled {
  /** Every line that was logged so far. */
  readonly logged: readonly string[];
  /** Of a workspace that has installed it. */
  context(teamId: string): Promise<Context>;
}

/** The real bot, in this process. It stops with the test. */
export async function startInstalledBot(
  { slack, clock, port }: Pick<Town, 'clock' | 'port'> & { readonly slack: Pick<SandboxOfSeveral, 'apiUrl'> },
  more: Partial<Omit<InstalledOptions, 'slack'>> & { readonly slack?: Partial<InstalledConfig> } = {},
): Promise<InstalledBot> {
  const logged: string[] = [];
  const bot = await startInstalled({
    databasePath: more.databasePath ?? (await freshPlace()),
    key,
    clock,
    realNow: () => new Date(),
    newId: randomUUID,
    log: createLog('debug', { write: (line: string) => void logged.push(line) }),
    ...more,
    slack: {
      mode: 'installed',
      ...app,
      stateSecret: 'canary-state-secret',
      signingSecret,
      port,
      apiUrl: slack.apiUrl,
      publicAddress: undefined,
      wanted: undefined,
      ...more.slack,
    },
  });
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= bot.stop());
  onTestFinished(stop);
  return {
    ...bot,
    port: bot.port,
    logged,
    stop,
    async context(teamId) {
      await expect.poll(() => bot.contextOf(teamId), { timeout: 5_000 }).toBeDefined();
      const context = await bot.contextOf(teamId);
      if (context === undefined) throw new Error(`${teamId} is not served`);
      return context;
    },
  };
}

/** Installs the app there, and puts everybody on record. */
export async function installAndFill(
  { slack, installUrl, clock }: Town,
  bot: InstalledBot,
  teamId: string,
): Promise<Context> {
  await slack.install({ teamId }, installUrl);
  const context = await bot.context(teamId);
  await fillStore(context.store, clock.now());
  return context;
}
