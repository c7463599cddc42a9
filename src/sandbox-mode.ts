/** A workspace on this machine with the bot in it, for anybody who wants to see it work. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { parse } from 'yaml';
import type { Arguments } from './arguments.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { linkToSeed, seedFromRoster } from './demo/seed-from-roster.ts';
import { demoSeed, fillDemo } from './demo/team.ts';
import { UserError } from './errors.ts';
import { startFirstline } from './firstline.ts';
import type { Running } from './firstline.ts';
import { importDeals } from './importing/deals/deals.ts';
import type { ImportReport } from './importing/report.ts';
import { importRoster } from './importing/roster/roster.ts';
import type { JsonObject, RunningSandbox, SandboxSeed } from './sandbox/index.ts';
import type { Store } from './store/db.ts';
import { countLinesAsTold } from './store/line-tellings.ts';
import { everybody } from './store/people.ts';

export interface SandboxModeOptions {
  readonly config: Config;
  readonly flags: Arguments;
  readonly realNow: () => Date;
  readonly newId: () => string;
  readonly log: Logger;
  /** IANA name of this machine's zone, for people of a roster without one. */
  readonly timeZone: string;
  /** Tells the person at the terminal. */
  readonly say: (line: string) => void;
}

export interface RunningSandboxMode {
  readonly url: string;
  readonly bot: Running;
  stop(): Promise<void>;
}

const usualPort = 3141;
const botToken = 'xoxb-sandbox';
const appToken = 'xapp-sandbox';

/**
 * Starts the workspace and the bot, one clock for both.
 * @throws UserError if a file can't be read, or the port or database can't be used
 */
export async function startSandboxMode(options: SandboxModeOptions): Promise<RunningSandboxMode> {
  const { config, flags } = options;
  const { startSandbox } = await loadSandbox();
  const clock = createClock(options.realNow, flags.clock ?? config.clockStart);
  const seed = await seedOf(options);
  const place = databasePlace(config);
  const sandbox = await listen(flags.port, (port) =>
    startSandbox({ port, clock, seed, manifest: readManifest(), botToken, appToken, signingSecret: 'sandbox' }),
  );
  try {
    const bot = await startFirstline({
      slack: { mode: 'socket', botToken, appToken, apiUrl: sandbox.apiUrl },
      databasePath: place.path,
      key: config.key,
      deals: config.deals,
      healthPort: config.port,
      clock,
      realNow: options.realNow,
      newId: options.newId,
      log: options.log,
      prepare: (store) => fillOnce(options, store, seed, clock.now()),
    });
    return {
      url: sandbox.url,
      bot,
      async stop() {
        await bot.stop();
        await sandbox.stop();
        place.remove();
      },
    };
  } catch (error) {
    await sandbox.stop();
    place.remove();
    throw error;
  }
}

/** The sandbox's packages aren't installed in production. */
async function loadSandbox(): Promise<typeof import('./sandbox/index.ts')> {
  try {
    return await import('./sandbox/index.ts');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')
      throw new UserError(
        'The sandbox needs packages that aren’t installed here: run npm install. To run in a Slack workspace, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
        { cause },
      );
    throw cause;
  }
}

/** The usual port if it is free, any other if not; the one that was asked for, or none. */
async function listen(
  port: number | undefined,
  start: (port: number) => Promise<RunningSandbox>,
): Promise<RunningSandbox> {
  if (port === undefined) return start(usualPort).catch(() => start(0));
  return start(port).catch((cause: unknown) => {
    throw new UserError(`Port ${port} can’t be used. Choose another one with --port, or leave the flag out.`, {
      cause,
    });
  });
}

function readManifest(): JsonObject {
  return parse(readFileSync(join(import.meta.dirname, '../manifest.yml'), 'utf8')) as JsonObject;
}

/** A fresh database that goes with the process, unless one was named. */
function databasePlace(config: Config): { readonly path: string; remove(): void } {
  if (config.databaseChosen) return { path: config.databasePath, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'firstline-'));
  return {
    path: join(folder, 'firstline.db'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function seedOf({ flags, timeZone }: SandboxModeOptions): Promise<SandboxSeed> | SandboxSeed {
  if (flags.roster === undefined) return demoSeed();
  return seedFromRoster(flags.roster, { timeZone, ...(flags.lead !== undefined && { lead: flags.lead }) });
}

async function fillOnce(options: SandboxModeOptions, store: Store, seed: SandboxSeed, now: Date): Promise<void> {
  const { flags, timeZone, say } = options;
  if ((await everybody(store)).length > 0) return;
  if (flags.roster === undefined) {
    await fillDemo(store, now);
    return;
  }
  const lead = flags.lead !== undefined && { lead: flags.lead };
  report(say, flags.roster, await importRoster(store, flags.roster, { timeZone, ...lead }, now));
  await countLinesAsTold(store);
  await linkToSeed(store, seed, now);
  if (flags.deals !== undefined) report(say, flags.deals, await importDeals(store, flags.deals, {}, now));
}

function report(say: (line: string) => void, file: string, { rows, refused, leftOut, notes }: ImportReport): void {
  say(`${file}: ${rows - refused.length - leftOut.length} of ${rows} rows taken.`);
  for (const note of notes) say(`  ${note}`);
  for (const { line, reason } of refused.slice(0, mostRefusalsSaid)) say(`  line ${line}: ${reason}`);
  if (refused.length > mostRefusalsSaid) say(`  and ${refused.length - mostRefusalsSaid} more`);
}
const mostRefusalsSaid = 10;
