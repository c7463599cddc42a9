/** A database in a file: the default, that needs nothing. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { UserError } from '../errors.ts';
import { pulseKeyEnding } from './ballot-key.ts';
import { bringAlong, databaseFile } from './database-file.ts';
import { recordKey, refuseOtherKey } from './key-on-record.ts';
import type { DatabaseOptions } from './db.ts';
import { migrate, TransactionalSqlite } from './migrate.ts';
import { isOfOlderVersion } from './migration-record.ts';
import { tellPlanner } from './planner.ts';
import { sealWhatWaits } from './seal-later.ts';
import { CamelCase } from './camel-case.ts';
import type { Tables } from './tables.ts';
import { isLogDamaged } from './write-ahead-log.ts';

/** For another program that writes. */
export const busyMilliseconds = 5_000;

/** A database that is ready, and where the keys of its pulses lie. */
export interface Opened {
  readonly database: Kysely<Tables>;
  /** The path of the file; the address of the server, without its password. */
  readonly path: string;
}

/**
 * Opens the database file, made if missing, and brings its schema up to date. A link to it is followed.
 * @throws UserError if the folder or file can't be written, the file is damaged, no database or a newer version's, or it is sealed
 *   with another key
 */
export async function openFile({ path: called, key, onStatement, aroundUpdate }: DatabaseOptions): Promise<Opened> {
  const path = databaseFile(called);
  if (path !== ':memory:') refuseUnwritable(path);
  // Before it is opened: SQLite would drop what is behind the damage, and the log with it.
  if (isLogDamaged(path)) throw damagedError(path);
  const sqlite = connect(path);
  const database = new Kysely<Tables>({
    dialect: new TransactionalSqlite({ database: withStatementCache(sqlite, onStatement) }),
    plugins: [new CamelCase()],
  });
  try {
    refuseOtherKey(sqlite, key, path);
    const update = () => migrate(database, sqlite, path);
    await (aroundUpdate !== undefined && isOfOlderVersion(sqlite) ? aroundUpdate(path, update) : update());
    tellPlanner(sqlite);
    recordKey(sqlite, key);
    await sealWhatWaits(database, key);
    bringAlong(called, path, pulseKeyEnding);
    return { database, path };
  } catch (error) {
    await database.destroy();
    throw describeFailure(error, path);
  }
}

function refuseUnwritable(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new UserError(
      `The database ${path} can't be written. Give this user write access to the file and its folder, or name another file in FIRSTLINE_DB.`,
      { cause },
    );
  }
}

function connect(path: string): SQLite.Database {
  try {
    const sqlite = new SQLite(path, { timeout: busyMilliseconds });
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('secure_delete = ON');
    if (path !== ':memory:' && sqlite.pragma('quick_check', { simple: true }) !== 'ok') throw new Error('damaged page');
    return sqlite;
  } catch (error) {
    throw describeFailure(error, path);
  }
}

/** Kysely prepares every statement anew; keeping them makes a point select about four times as fast. */
function withStatementCache(sqlite: SQLite.Database, onStatement?: (text: string) => void): SQLite.Database {
  const statements = new Map<string, SQLite.Statement>();
  return new Proxy(sqlite, {
    get(target, property) {
      if (property === 'prepare')
        return (text: string) => {
          // A deferred transaction that reads before it writes can fail with SQLITE_BUSY at once, whatever the time-out.
          const statement = text === 'begin' ? 'begin immediate' : text;
          onStatement?.(statement);
          const known = statements.get(statement);
          if (known !== undefined) return known;
          const prepared = target.prepare(statement);
          statements.set(statement, prepared);
          return prepared;
        };
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function describeFailure(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error;
  const code = error instanceof SQLite.SqliteError ? error.code : '';
  const damaged =
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    (error instanceof Error && error.message === 'damaged page');
  if (damaged) return damagedError(path, error);
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new UserError(
      `The database ${path} can't be written. Give this user write access to the file and its folder, or name another file in FIRSTLINE_DB.`,
      {
        cause: error,
      },
    );
  return error;
}

function damagedError(path: string, cause?: unknown): UserError {
  return new UserError(
    `The database ${path} is damaged. It was left as it is. Put a backup in its place, which moves it aside: firstline restore BACKUP --aside`,
    { cause },
  );
}
