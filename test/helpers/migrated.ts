import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'killed-migration.ts');

/** Brings a file up to date in a process of its own. @param at the statement before which it kills itself; none for 0 */
export async function migrated(path: string, at: number) {
  const child = spawn(process.execPath, [script, path, String(at)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { output, signal };
}
