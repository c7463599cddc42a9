/** Work in a process of its own: its memory, its event loop and nobody else's. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export interface Child {
  readonly process: ChildProcess;
  /** The next line of JSON that it writes. @throws Error if it ends before */
  next(): Promise<unknown>;
  /** Asks it to end, and waits until it has. */
  end(): Promise<void>;
}

/** Starts a script of this folder; what it logs goes to the terminal only where it isn't JSON. */
export function startChild(script: string, words: readonly string[], flags: readonly string[] = []): Child {
  const child = spawn(process.execPath, [...flags, join(import.meta.dirname, script), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return hear(child, script, () => child.kill('SIGTERM'));
}

/** Hears what a process tells. @param letGo asks it to end */
export function hear(child: ChildProcess & { readonly stdout: Readable }, name: string, letGo: () => void): Child {
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  let rest = '';
  let hasEnded = false;
  const wake = () => {
    for (const one of waiting.splice(0)) one();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.filter((line) => line.startsWith('=')));
    wake();
  });
  child.on('close', () => {
    hasEnded = true;
    wake();
  });
  return {
    process: child,
    async next() {
      while (lines.length === 0) {
        if (hasEnded) throw new Error(`${name} ended without an answer`);
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return JSON.parse((lines.shift() ?? '').slice(1)) as unknown;
    },
    async end() {
      if (hasEnded) return;
      letGo();
      await once(child, 'close');
    },
  };
}

/** Runs a script to its end. @returns what it told */
export async function runChild<T>(script: string, words: readonly string[], flags: readonly string[] = []): Promise<T> {
  const child = startChild(script, words, flags);
  const told = (await child.next()) as T;
  await child.end();
  return told;
}

/** In the child: a line that the parent reads. */
export function tell(value: unknown): void {
  process.stdout.write(`=${JSON.stringify(value)}\n`);
}
