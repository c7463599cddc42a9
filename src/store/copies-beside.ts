/** The copies of a database file from before its updates, that lie beside it. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const keptDays = 7;
const dayMilliseconds = 24 * 3_600_000;
/** `firstline.db.before-0029`: before the update to that schema. */
export const copyEnding = '.before-';

/** Those that are there, the newest last; also what a copying that was cut short has left. */
export function copiesBeside(file: string): string[] {
  const begin = basename(file) + copyEnding;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(begin))
    .toSorted()
    .map((name) => join(dirname(file), name));
}

/** Deletes what was kept longer than a week. @returns what is gone */
export function forgetCopies(file: string, now: Date): string[] {
  const old = copiesBeside(file).filter((path) => now.getTime() - statSync(path).mtimeMs >= keptDays * dayMilliseconds);
  for (const path of old) rmSync(path, { force: true });
  return old;
}
