/** The command line as it is used: a process of its own, with nothing of this one's environment. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const entry = join(import.meta.dirname, '../../bin/firstline.js');

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a folder. @returns its path */
export function writeIn(folder: string, name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Runs `firstline` with these words in the folder, and waits for its end. */
export function firstline(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeOptions: readonly string[] = [],
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeOptions, entry, ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, errors }));
  });
}

/** Why no terminal can be had here; undefined where util-linux's `script` makes one. */
export const noTerminal = (spawnSync('script', ['--version']).stdout?.toString() ?? '').includes('util-linux')
  ? undefined
  : 'there is no util-linux script';

/** As `firstline`, at a terminal, where its question is answered. What it writes comes as one, as on a screen. */
export function firstlineAtTerminal(folder: string, words: readonly string[], answer: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const line = [process.execPath, entry, ...words].map((word) => `'${word}'`).join(' ');
    const child = spawn('script', ['-qec', line, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', TERM: 'dumb' },
    });
    let output = '';
    let isAnswered = false;
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (isAnswered || !output.includes('[y/N] ')) return;
      isAnswered = true;
      child.stdin.write(`${answer}\n`);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      child.stdin.end();
      resolve({ code, output, errors: '' });
    });
  });
}
