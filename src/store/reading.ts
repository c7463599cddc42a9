/** A database opened by somebody who only looks: nothing is made, brought up to date or sealed. */
import { existsSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { isPostgresAddress } from '../database-place.ts';
import { UserError } from '../errors.ts';
import { ballotKeys } from './ballot-key.ts';
import { CamelCase } from './camel-case.ts';
import { databaseFile } from './database-file.ts';
import { openDatabase } from './db.ts';
import type { DatabaseOptions, OpenDatabase } from './db.ts';
import { openToRead } from './file-check.ts';
import { TransactionalSqlite } from './migrate.ts';
import { recorded } from './migration-record.ts';
import { sealFor } from './secrets.ts';
import type { Tables } from './tables.ts';

/**
 * Of a file nothing is written. A server's is opened as the bot does: its schema is brought up to date.
 * @throws UserError where there is none, or it can't be opened
 */
export async function openForReading(
  options: Pick<DatabaseOptions, 'path' | 'key' | 'pulseKeys'>,
): Promise<OpenDatabase> {
  if (isPostgresAddress(options.path)) return openDatabase(options);
  const path = databaseFile(options.path);
  const ballotsOf = ballotKeys(undefined, undefined);
  const database = new Kysely<Tables>({
    dialect: new TransactionalSqlite({ database: openToRead(path) }),
    plugins: [new CamelCase()],
  });
  return {
    database,
    path,
    forWorkspace: (workspaceId) => ({
      database,
      workspaceId,
      secrets: sealFor(workspaceId, options.key),
      ballots: ballotsOf(workspaceId),
    }),
    onlyWorkspaceId: async () => undefined,
    close: () => database.destroy(),
  };
}

/** The names of the migrations that have run on a file. @throws UserError as `openForReading` */
export function schemaOfFile(called: string): string[] {
  const sqlite = openToRead(databaseFile(called));
  try {
    return recorded(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Does a bot work on this file now? Asks without holding anything up. */
export function isLocked(called: string): boolean {
  const lock = `${databaseFile(called)}.lock`;
  if (!existsSync(lock)) return false;
  const sqlite = new SQLite(lock, { readonly: true, timeout: 0 });
  try {
    sqlite.prepare('select 1 from sqlite_schema').all();
    return false;
  } catch (error) {
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true;
    throw new UserError(`The lock ${lock} can’t be read. See that this user may read it.`, { cause: error });
  } finally {
    sqlite.close();
  }
}
