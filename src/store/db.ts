/** The database, opened. That it is SQLite is known here and in the files beside it that this one calls: what is kept of the file, its key and its schema. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { UserError } from '../errors.ts';
import { ballotKeys, pulseKeyEnding } from './ballot-key.ts';
import type { Ballots } from './ballot-key.ts';
import { CamelCase } from './camel-case.ts';
import { bringAlong, databaseFile } from './database-file.ts';
import { recordKey, refuseOtherKey } from './key-on-record.ts';
import { migrate, TransactionalSqlite } from './migrate.ts';
import { tellPlanner } from './planner.ts';
import { sealWhatWaits } from './seal-later.ts';
import { sealFor } from './secrets.ts';
import type { Seal } from './secrets.ts';
import type { Tables } from './tables.ts';
import { writeTogether } from './writing.ts';

/** What every store function is given: one workspace's rows, inside a transaction or not. */
export interface Store {
  readonly database: Kysely<Tables>;
  readonly workspaceId: string;
  readonly secrets: Seal;
  /** For the answers to pulses: their keys are never in the database, in no installation. */
  readonly ballots: Ballots;
}

export interface OpenDatabase {
  readonly path: string;
  forWorkspace(workspaceId: string): Store;
  /** The only workspace on record; undefined before the first start. With several, the one given by id must be asked for. */
  onlyWorkspaceId(): Promise<string | undefined>;
  close(): Promise<void>;
}

const busyMilliseconds = 5_000;

export interface DatabaseOptions {
  readonly path: string;
  readonly key?: Buffer | undefined;
  /** Hears the text of every statement when it is run, without its values. */
  readonly onStatement?: ((text: string) => void) | undefined;
}

/**
 * Opens the database file, made if missing, and brings its schema up to date. A link to it is followed.
 * @throws UserError if the folder or file can't be written, the file is damaged, no database or a newer version's, or it is sealed
 *   with another key
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const path = databaseFile(options.path);
  if (path !== ':memory:') refuseUnwritable(path);
  const sqlite = connect(path);
  const database = new Kysely<Tables>({
    dialect: new TransactionalSqlite({ database: withStatementCache(sqlite, options.onStatement) }),
    plugins: [new CamelCase()],
  });
  try {
    refuseOtherKey(sqlite, options.key, path);
    await migrate(database, sqlite, path);
    tellPlanner(sqlite);
    recordKey(sqlite, options.key);
    sealWhatWaits(sqlite, options.key);
    bringAlong(options.path, path, pulseKeyEnding);
  } catch (error) {
    await database.destroy();
    throw describeFailure(error, path);
  }
  const ballotsOf = ballotKeys(path, options.key);
  return {
    path,
    forWorkspace: (workspaceId) => ({
      database,
      workspaceId,
      secrets: sealFor(workspaceId, options.key),
      ballots: ballotsOf(workspaceId),
    }),
    onlyWorkspaceId: async () => {
      const rows = await database
        .selectFrom('workspace')
        .select('id')
        .where('removedAt', 'is', null)
        .limit(2)
        .execute();
      return rows.length === 1 ? rows[0]?.id : undefined;
    },
    close: () => database.destroy(),
  };
}

/**
 * Runs `work` in a write transaction: all of it is stored, or nothing, and it is on the disk when this resolves. Inside, use only the store that is handed in. A store
 * that is in a transaction already joins it.
 */
export async function writing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  if (store.database.isTransaction) return work(store);
  return writeTogether(store.database, (transaction) => work({ ...store, database: transaction }));
}

/**
 * What a row said before it was changed lies in the log of the database until that is written over. Afterwards it is gone from the
 * disk; where that can't be just then, because somebody reads or the disk is full, it goes with the next time. Not within a
 * transaction. Never throws: what was to be stored is stored.
 */
export async function forgetWhatWas(store: Store): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(store.database).catch(() => undefined);
}

/**
 * The values after an `in`: one statement for any number of them, so that it is compiled and prepared once, and no limit of bound values
 * is met.
 */
export function oneOf<Value extends string | number>(values: Iterable<Value>): RawBuilder<Value> {
  return oneOfThose(asOneValue(values));
}

/** The values as one, for `oneOfThose`. */
export function asOneValue(values: Iterable<string | number>): string {
  return JSON.stringify([...values]);
}

/** As `oneOf`, of the values as one: for a query that is written before they are known. */
export function oneOfThose<Value extends string | number = number>(values: string): RawBuilder<Value> {
  return sql`(select value from json_each(${values}))`;
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
  if (damaged)
    return new UserError(
      `The database ${path} is damaged. It was left as it is. Put a backup in its place and start again.`,
      { cause: error },
    );
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new UserError(
      `The database ${path} can't be written. Give this user write access to the file and its folder, or name another file in FIRSTLINE_DB.`,
      {
        cause: error,
      },
    );
  return error;
}
