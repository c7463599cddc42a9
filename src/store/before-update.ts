/**
 * The way back from an update: a whole copy of a database file, made before its schema is brought up to date, and kept beside it for a week.
 * It holds what people wrote, and what was erased since: hence only a week, and only the newest.
 */
import { renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { backUp } from './backup.ts';
import { copiesBeside, copyEnding } from './copies-beside.ts';
import { DamagedFile, ownSchema } from './file-check.ts';

/** Does the update of a file's schema, once all is done that goes before. */
export type AroundUpdate = (file: string, update: () => Promise<void>) => Promise<void>;

export interface CopyBeforeUpdate {
  readonly path: string;
  /** Of the copy, e.g. `0020`. */
  readonly schema: string | undefined;
  readonly bytes: number;
}

/**
 * Copies the file and reads the whole copy. An earlier copy goes once this one is whole.
 * @param file of the database, which nobody but this process works on
 * @throws UserError where there is no room, the folder can't be written, or the file is damaged: then nothing was updated
 */
export function copyBeforeUpdate(file: string, now: Date): CopyBeforeUpdate {
  const path = `${file}${copyEnding}${ownSchema()}`;
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  const { bytes, schema } = backUpInWords(file, fresh, now);
  utimesSync(fresh, now, now);
  renameSync(fresh, path);
  for (const earlier of copiesBeside(file)) if (earlier !== path) rmSync(earlier, { force: true });
  return { path, schema, bytes };
}

function backUpInWords(file: string, to: string, now: Date) {
  try {
    return backUp(file, to, now);
  } catch (error) {
    if (error instanceof DamagedFile)
      throw new UserError(
        `The database ${file} is damaged, so it was not brought up to date. Look at it with: firstline doctor. Or put a backup in its place, which moves it aside: firstline restore BACKUP --aside`,
        { cause: error },
      );
    if (error instanceof SQLite.SqliteError)
      throw new UserError(
        `The database ${file} can’t be copied before the update (${error.code}), so it was not brought up to date. Make room for ${megabytes(file)} MB in its folder, and start again.`,
        { cause: error },
      );
    throw error;
  }
}

function megabytes(file: string): number {
  return Math.ceil(statSync(file).size / 1_000_000);
}
