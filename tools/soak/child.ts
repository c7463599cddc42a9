/** The bot as a process of its own, as `npm start` runs it with tokens: signed requests on one port, one database file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { key } from './company.ts';

export const botToken = 'xoxb-soak';
export const signingSecret = 'soak-signing-secret';
const entry = join(import.meta.dirname, '../../bin/firstline.js');
const patienceMilliseconds = 60_000;
const keptCharacters = 20_000;
const longestError = 160;

export interface Child {
  readonly pid: number;
  /** @param signal SIGTERM ends it in order, SIGKILL at once. Resolves when it is gone */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface ChildOptions {
  readonly databasePath: string;
  /** Where it is started: an empty folder, so that no .env plays a part. */
  readonly folder: string;
  readonly apiUrl: string;
  readonly port: number;
  readonly clock: Date;
  /** Hears the message of every error that it logs. */
  readonly onError: (message: string) => void;
}

/** Resolves when it says that it is at work. @throws Error with what it said, where it ends before or says nothing for a minute */
export async function startChild(options: ChildOptions): Promise<Child> {
  const child = spawn(process.execPath, [entry, 'start'], {
    cwd: options.folder,
    env: {
      PATH: process.env['PATH'],
      TMPDIR: options.folder,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: options.apiUrl,
      PORT: String(options.port),
      FIRSTLINE_DB: options.databasePath,
      FIRSTLINE_KEY: key.toString('base64'),
      FIRSTLINE_CLOCK: options.clock.toISOString(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise: atWork, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  let line = '';
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString('utf8')).slice(-keptCharacters);
    if (said.includes('Firstline is at work')) resolve();
    const lines = (line + chunk.toString('utf8')).split('\n');
    line = lines.pop() ?? '';
    for (const one of lines)
      if (one.includes('"level":"error"') || one.includes('"level":50')) options.onError(wordOf(one));
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const closed = once(child, 'close');
  void closed.then(() => reject(new Error(`The bot ended. It said: ${said}`)));
  const timer = setTimeout(() => reject(new Error(`The bot isn’t at work. It said: ${said}`)), patienceMilliseconds);
  try {
    await atWork;
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return {
    pid: child.pid ?? 0,
    async end(signal) {
      child.kill(signal);
      await closed;
    },
  };
}

function wordOf(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { readonly msg?: unknown; readonly err?: unknown };
    return `${typeof msg === 'string' ? msg : 'no words'} ${JSON.stringify(err ?? {}).slice(0, longestError)}`;
  } catch {
    return 'an unreadable line';
  }
}
