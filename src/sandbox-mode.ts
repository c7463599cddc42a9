/** A workspace on this machine with the bot in it, for anybody who wants to see it work. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { parse } from 'yaml';
import type { Arguments, FlagsOfReading } from './arguments.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import { dealLines, rosterLines } from './demo/file-summary.ts';
import { createLife } from './demo/life/life.ts';
import { playing } from './demo/life/playing.ts';
import { demoOpening, mondayOfThePlan, ownTeamOpening } from './demo/opening.ts';
import { linkToSeed, seedFromRoster } from './demo/seed-from-roster.ts';
import type { SandboxSeedLike } from './demo/seed.ts';
import { demoSeed, fillDemo } from './demo/team.ts';
import { UserError } from './errors.ts';
import { isPostgresAddress } from './database-place.ts';
import { startFirstline } from './firstline.ts';
import type { Running } from './firstline.ts';
import { importDeals } from './importing/deals/deals.ts';
import type { ImportOptions } from './importing/report.ts';
import { importRoster } from './importing/roster/roster.ts';
import type { RosterOptions } from './importing/roster/roster.ts';
import type { JsonObject, RunningSandbox } from '@firstline/slack-sandbox';
import type { Store } from './store/db.ts';
import { countLinesAsTold } from './store/line-tellings.ts';
import { everybody } from './store/people.ts';

export interface SandboxModeOptions {
  readonly config: Config;
  readonly flags: Arguments;
  readonly realNow: () => Date;
  readonly steadyNow?: (() => number) | undefined;
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
  const monday = await beginningOf(options);
  const clock = createClock(options.realNow, monday ?? flags.clock ?? config.clockStart);
  const seed = await seedOf(options, clock.now());
  const opening = flags.roster === undefined ? demoOpening(monday !== undefined) : ownTeamOpening(seed);
  const place = databasePlace(config);
  const sandbox = await listen(flags.port, (port) =>
    startSandbox({
      port,
      clock,
      seed,
      manifest: readManifest(),
      botToken,
      appToken,
      signingSecret: 'sandbox',
      ...(opening && { opening }),
    }),
  );
  try {
    const bot = await startFirstline({
      slack: { mode: 'socket', botToken, appToken, apiUrl: sandbox.apiUrl },
      databasePath: place.path,
      key: config.key,
      pulseKeys: config.pulseKeys,
      deals: config.deals,
      healthPort: config.port,
      clock,
      realNow: options.realNow,
      steadyNow: options.steadyNow,
      newId: options.newId,
      log: options.log,
      prepare: (store) => fillOnce(options, store, seed, clock.now()),
      live: (context) => {
        const played = playing(() => sandbox.traffic, demoOpening(false).userId);
        const life = createLife(context, played);
        return () => life.catchUp();
      },
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

/** Unless it is said, a made-up company begins on a Monday at nine; one's own team, and a database that was used before, go on from now. */
async function beginningOf({ config, flags, realNow }: SandboxModeOptions): Promise<Date | undefined> {
  const isUsed = config.databaseChosen && (isPostgresAddress(config.databasePath) || existsSync(config.databasePath));
  const isSaid = flags.clock !== undefined || config.clockStart !== undefined;
  return flags.roster === undefined && !isUsed && !isSaid ? mondayOfThePlan(realNow()) : undefined;
}

/** The sandbox's packages, or those that build its page, aren't installed in production. */
async function loadSandbox(): Promise<typeof import('@firstline/slack-sandbox')> {
  try {
    const sandbox = await import('@firstline/slack-sandbox');
    await sandbox.checkPageCanBeBuilt();
    return sandbox;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')
      throw new UserError(
        'Trying Firstline on this machine needs more packages: run npm ci, then npm start. For your Slack workspace, set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
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
    throw new UserError(`Port ${port} can’t be used. Pick another with --port, or leave --port out.`, {
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

function seedOf(options: SandboxModeOptions, now: Date): Promise<SandboxSeedLike> | SandboxSeedLike {
  const { roster } = options.flags;
  return roster === undefined ? demoSeed() : seedFromRoster(roster, rosterOptions(options), now);
}

function rosterOptions({ flags: { lead, reading }, timeZone }: SandboxModeOptions): RosterOptions {
  const { map, sheet } = reading;
  return {
    timeZone,
    mapping: map,
    ...ofBoth(reading),
    ...(lead !== undefined && { lead }),
    ...(sheet !== undefined && { sheet }),
  };
}

function dealOptions({ flags: { reading } }: SandboxModeOptions): ImportOptions {
  const { mapDeals, sheetDeals } = reading;
  return { mapping: mapDeals, ...ofBoth(reading), ...(sheetDeals !== undefined && { sheet: sheetDeals }) };
}

function ofBoth({ mapValue, dateOrder }: FlagsOfReading): ImportOptions {
  return { valueMapping: mapValue, ...(dateOrder !== undefined && { dateOrder }) };
}

async function fillOnce(options: SandboxModeOptions, store: Store, seed: SandboxSeedLike, now: Date): Promise<void> {
  const { flags, say } = options;
  if ((await everybody(store)).length > 0) return;
  if (flags.roster === undefined) {
    await fillDemo(store, now);
    return;
  }
  const report = await importRoster(store, flags.roster, rosterOptions(options), now);
  for (const line of await rosterLines(store, flags.roster, report)) say(line);
  say('Your people do nothing by themselves here: you act for them.');
  await countLinesAsTold(store);
  await linkToSeed(store, seed, now);
  if (flags.deals === undefined) return;
  const deals = await importDeals(store, flags.deals, dealOptions(options), now).catch(withFlagsOfDeals);
  for (const line of dealLines(flags.deals, deals)) say(line);
}

/** What helps is said with the flags that there are here. */
function withFlagsOfDeals(error: unknown): never {
  if (!(error instanceof UserError)) throw error;
  throw new UserError(error.message.replaceAll('--map "', '--map-deals "').replaceAll('--sheet ', '--sheet-deals '), {
    cause: error,
  });
}
