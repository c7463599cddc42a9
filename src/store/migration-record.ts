/** Which migrations there are, and which of them have run on a database file. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type SQLite from 'better-sqlite3';

export const migrationFolder = join(import.meta.dirname, '../../migrations');
/** In which Kysely keeps what was run. */
export const recordTable = 'kysely_migration';

/** The names of all migrations that this program has, in their order. */
export function knownMigrations(): string[] {
  return readdirSync(migrationFolder)
    .map((name) => name.replace(/\.[jt]s$/u, ''))
    .toSorted();
}

/** The names of the migrations on record, in the order in which they ran. */
export function recorded(sqlite: SQLite.Database): string[] {
  const isThere = sqlite.prepare(`select 1 from sqlite_master where name = ?`).get(recordTable) !== undefined;
  return isThere ? sqlite.prepare<[], string>(`select name from ${recordTable} order by name`).pluck().all() : [];
}

/** Is it a whole version that this program can bring up to date? Then there is something in it that might be wanted back. */
export function isOfOlderVersion(sqlite: SQLite.Database): boolean {
  const [done, known] = [recorded(sqlite), knownMigrations()];
  return done.length > 0 && done.length < known.length && done.every((name) => known.includes(name));
}
