/**
 * The process: reads flags and environment, holds the real clock and chance, starts the bot and stops it in order. Everything
 * else is handed what it needs.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readArguments, usage } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { createClock } from './clock.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import { startFirstline } from './firstline.ts';
import { startInstalled } from './serving/installed.ts';
import { createLog, describeError } from './log.ts';
import { adoptPendingRows } from './store/workspaces.ts';

const realNow = () => new Date();
const steadyNow = () => performance.now();
const say = (line: string) => void process.stdout.write(`${line}\n`);

await main().catch((error: unknown) => {
  const text = error instanceof UserError ? error.message : JSON.stringify({ failed: describeError(error) });
  process.stderr.write(`${text}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const flags = readArguments(process.argv.slice(2));
  if (flags.help) {
    process.stdout.write(usage);
    return;
  }
  const config = readConfig(process.env);
  const aborting = new AbortController();
  const starting = config.slack.mode === 'sandbox' ? startSandboxed(config, flags) : startReal(config, flags, aborting);
  stopOnSignals(starting, aborting);
  await starting.catch((error: unknown) => {
    if (aborting.signal.aborted) process.exit(0);
    throw error;
  });
}

interface Stoppable {
  stop(): Promise<void>;
}

async function startReal(config: Config, flags: Arguments, aborting: AbortController): Promise<Stoppable> {
  if (config.slack.mode === 'sandbox') throw new Error('No tokens');
  if (flags.any)
    throw new UserError(
      'The flags are for the sandbox, and Slack’s tokens are set: leave out the flags, or the tokens.',
    );
  const log = createLog(config.logLevel);
  surviveSurprises(log);
  for (const note of config.notes) log.warn(note);
  const common = {
    databasePath: config.databasePath,
    key: config.key,
    pulseKeys: config.pulseKeys,
    clock: createClock(realNow, config.clockStart),
    realNow,
    steadyNow,
    newId: randomUUID,
    log,
  };
  if (config.slack.mode === 'installed')
    return startInstalled({ ...common, slack: config.slack, dealsByWorkspace: config.dealsByWorkspace });
  return startFirstline({
    ...common,
    slack: config.slack,
    healthPort: config.slack.mode === 'socket' ? config.port : undefined,
    deals: config.deals,
    prepare: adoptPendingRows,
    signal: aborting.signal,
  });
}

async function startSandboxed(config: Config, flags: Arguments): Promise<Stoppable> {
  const log = createLog(config.logLevel);
  surviveSurprises(log);
  const { startSandboxMode } = await import('./sandbox-mode.ts');
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const running = await startSandboxMode({ config, flags, realNow, steadyNow, newId: randomUUID, log, timeZone, say });
  say(`Firstline is ready: ${running.url}`);
  const opens = flags.open && canOpenBrowser();
  say(`${opens ? '' : 'Open that address in your browser. '}It runs on this machine only. Ctrl+C stops it.`);
  if (opens) openBrowser(running.url);
  return running;
}

/** At a terminal one Ctrl+C comes twice: from the terminal, and passed on by npm. */
const sameSignalMs = 500;

/** Finishes what is running, then leaves with 0. A second signal leaves at once. */
function stopOnSignals(starting: Promise<Stoppable>, aborting: AbortController): void {
  let first: Date | undefined;
  const stop = () => {
    if (first !== undefined) {
      if (realNow().getTime() - first.getTime() < sameSignalMs) return;
      process.exit(1);
    }
    first = realNow();
    aborting.abort();
    // A start that fails meanwhile ends the process by itself.
    void starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
}

/** A promise that nobody waited for is a bug, and no reason to leave people unanswered. */
function surviveSurprises(log: ReturnType<typeof createLog>): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'A failure that nobody waited for'));
}

function canOpenBrowser(): boolean {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI !== undefined && CI !== '') return false;
  return process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
}

function openBrowser(url: string): void {
  const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', ''],
  };
  const [command = 'xdg-open', ...words] = openers[process.platform] ?? [];
  const child = spawn(command, [...words, url], { stdio: 'ignore', detached: true });
  child.on('error', () => say('No browser could be opened: open that address in yours.'));
  child.unref();
}
