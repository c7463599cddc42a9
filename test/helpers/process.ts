import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const entry = join(import.meta.dirname, '../../bin/firstline.js');

/** The bot as a process of its own, as somebody would start it. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything it has written, to either stream. */
  output(): string;
  /** Resolves when the output holds this text; rejects with the output if the process ends before. */
  says(text: string): Promise<void>;
  /** The exit code, or the name of the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
}

/**
 * Starts it in an empty folder with exactly these variables, so that no .env or token of the host plays a part.
 * @param user by number, where the tests' own, root, may do what others may not
 * @param program another one than this
 */
export function startProcess(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder = emptyFolder(),
  user?: number,
  program = entry,
): BotProcess {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    ...(user !== undefined && { uid: user }),
    env: { PATH: process.env['PATH'], TMPDIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    child,
    output: () => output,
    exited,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!output.includes(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        void exited.then(() => reject(new Error(`It ended without saying "${text}". It said: ${output}`)));
        look();
      }),
  };
}

/** A folder that goes with the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
