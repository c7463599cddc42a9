/** The bot itself in a process of its own, in HTTP mode against a stand-in: what `npm start` runs, with a clock that begins in the company's week. */
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../test/helpers/free-port.ts';
import { key, now } from '../company/shape.ts';
import { botToken, signingSecret } from './signed.ts';

export interface BotProcess {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from the start of the process until it said that it is at work. */
  readonly readyAfter: number;
  stop(): Promise<void>;
}

const entry = join(import.meta.dirname, '../../bin/firstline.js');

export interface BotOptions {
  /** Of the file, or the address of a database on a server. */
  readonly databasePath: string;
  /** Where it is started, and where the keys of pulses lie. */
  readonly folder: string;
  readonly apiUrl: string;
}

/** @param flags for Node itself, e.g. `--cpu-prof` */
export async function startBot(options: BotOptions, flags: readonly string[] = []): Promise<BotProcess> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [...flags, entry, 'start'], {
    cwd: options.folder,
    env: {
      PATH: process.env['PATH'],
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: options.apiUrl,
      PORT: String(port),
      FIRSTLINE_DB: options.databasePath,
      FIRSTLINE_PULSE_KEYS: join(options.folder, 'pulse-keys/'),
      FIRSTLINE_KEY: key.toString('base64'),
      FIRSTLINE_CLOCK: now.toISOString(),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { promise: isReady, resolve, reject } = Promise.withResolvers<number>();
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said.length > 100_000) return;
    said += chunk.toString('utf8');
    if (said.includes('Firstline is at work')) resolve(performance.now() - from);
  });
  child.on('close', () => reject(new Error(`The bot ended. It said: ${said}`)));
  const readyAfter = await isReady;
  return {
    port,
    pid: child.pid ?? 0,
    readyAfter,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'close');
    },
  };
}
