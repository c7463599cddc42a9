import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A program that runs beside the test, and ends with it. */
export interface Program {
  /** Everything it has written, to either stream. */
  output(): string;
  /** Resolves when the output matches; rejects with the output if the program ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): void;
  readonly exited: Promise<number | NodeJS.Signals | null>;
}

/** Starts a script with exactly these variables. */
export function startProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder?: string,
): Program {
  const child = spawn(process.execPath, words, {
    ...(folder !== undefined && { cwd: folder }),
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      for (const look of waiting) look();
    });
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    output: () => output,
    exited,
    stop: () => void child.kill('SIGTERM'),
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(output);
          if (match === null) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        void exited.then(() => reject(new Error(`It ended without saying ${pattern}. It said: ${output}`)));
        look();
      }),
  };
}
