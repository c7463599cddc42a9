import SQLite from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { databaseFile } from './database-file.ts';

/** Held as long as this process sends from a database. */
export interface Lock {
  release(): void;
}

const waitMilliseconds = 1_000;

/**
 * Makes sure that only one process sends from a database. The lock is an exclusive transaction on a file beside the database file
 * itself, whatever link it was called by: the system lets go of it however the process ends. Reading and writing the database stay
 * free, for the command line.
 * @param called the path of the database, or of a link to it; one in memory needs no lock
 * @throws UserError if another process has it, the file can't be written, or it has a second name on the disk
 */
export function lockDatabase(called: string): Lock {
  if (called === ':memory:') return { release: () => {} };
  const path = databaseFile(called);
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(`${path}.lock`, { timeout: waitMilliseconds });
    sqlite.exec('begin exclusive');
  } catch (cause) {
    sqlite?.close();
    const code = cause instanceof SQLite.SqliteError ? cause.code : '';
    if (code.startsWith('SQLITE_BUSY'))
      throw new UserError(
        `Another Firstline is already running on ${path}. Stop it first, or name another database in FIRSTLINE_DB.`,
        { cause },
      );
    throw new UserError(
      `The lock ${path}.lock can't be written. Give this user write access to the folder, or name another file in FIRSTLINE_DB.`,
      { cause },
    );
  }
  const held = sqlite;
  return { release: () => held.close() };
}
