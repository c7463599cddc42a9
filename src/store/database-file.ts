/** Where a database really lies: under one name only, whatever link it was called by. */
import { existsSync, lstatSync, readlinkSync, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';

const inMemory = ':memory:';
/** Of the file beside the database that says how far sending has come. */
export const sendingMarkEnding = '.sending-mark';
const mostLinks = 40;

/**
 * The path of the file itself: links to it or to its folder are followed, so that its log, its lock and its keys lie beside it and
 * are the same for everybody who opens it.
 * @throws UserError for a file that has a second name on the disk: SQLite can't keep such a one whole (How To Corrupt An SQLite
 *   Database File, 2.4), and two bots would each believe that it is theirs
 */
export function databaseFile(path: string): string {
  if (path === inMemory) return path;
  const file = realPath(resolve(path));
  if (existsSync(file) && statSync(file).isFile() && statSync(file).nlink > 1)
    throw new UserError(
      `The database ${file} has a second name on this disk (a hard link), so two programs could each take it for theirs. Remove the other name, or copy the file and name the copy in FIRSTLINE_DB.`,
    );
  return file;
}

/**
 * An earlier version kept what belongs beside the file beside the link to it. Moves it to where it belongs, unless one lies there.
 * @param ending e.g. `.pulse-key`
 */
export function bringAlong(path: string, file: string, ending: string): void {
  const beside = resolve(path) + ending;
  if (path === inMemory || beside === file + ending) return;
  if (existsSync(beside) && !existsSync(file + ending)) renameSync(beside, file + ending);
}

/** As `realpath`, also for a file that isn't made yet. */
function realPath(path: string, links = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = existsSync(dirname(path)) ? realpathSync(dirname(path)) : dirname(path);
    const file = join(folder, basename(path));
    return isLink(file) && links < mostLinks ? realPath(resolve(folder, readlinkSync(file)), links + 1) : file;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    // There is none, or what should be its folder is none: whoever opens it says so.
    return false;
  }
}
