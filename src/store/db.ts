/** The database, opened. Which one it is, is known here and in the files beside this one that it calls. */
import { Kysely, sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { ballotKeys, pulseKeyEnding } from './ballot-key.ts';
import type { Ballots } from './ballot-key.ts';
import type { AroundUpdate } from './before-update.ts';
import { isPostgresAddress } from '../database-place.ts';
import { isSqlite } from './schema-helpers.ts';
import { sealFor } from './secrets.ts';
import type { Seal } from './secrets.ts';
import { forgetNow, forgetSoon } from './postgres/forgetting.ts';
import type { ForgettingTable, Unforgotten } from './postgres/forgetting.ts';
import { busyMilliseconds, openFile } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { writeTogether } from './writing.ts';

/** What every store function is given: one workspace's rows, inside a transaction or not. */
export interface Store {
  readonly database: Kysely<Tables>;
  readonly workspaceId: string;
  readonly secrets: Seal;
  /** For the answers to pulses: their keys are never in the database, in no installation. */
  readonly ballots: Ballots;
  /**
   * Under which hold of the workspace messages are claimed and what became of them is recorded, where several instances share a server:
   * nothing is, once another has taken over.
   */
  readonly fence?: number | undefined;
}

export interface OpenDatabase {
  /** The rows of all workspaces: for what concerns the database as a whole. */
  readonly database: Kysely<Tables>;
  /** The path of the file; the address of the server, without its password. */
  readonly path: string;
  forWorkspace(workspaceId: string): Store;
  /** The only workspace on record; undefined before the first start. With several, the one given by id must be asked for. */
  onlyWorkspaceId(): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Of the file, or `:memory:`; or the address of a database on a PostgreSQL server, `postgres://…`. */
  readonly path: string;
  readonly key?: Buffer | undefined;
  /**
   * The path of the file in which the keys of pulses lie, or of a folder with a file for each workspace; left out: beside the database
   * file, or on a server with this process alone.
   */
  readonly pulseKeys?: string | undefined;
  /** Does what goes before the schema of a file that is in use is brought up to date; on a server its own backups are the way back. */
  readonly aroundUpdate?: AroundUpdate | undefined;
  /** Hears the text of every statement when it is run, without its values. */
  readonly onStatement?: ((text: string) => void) | undefined;
  /** Hears what goes wrong between two statements, where the database is on a server. */
  readonly onTrouble?: ((error: Error) => void) | undefined;
}

/**
 * Opens the database, made if missing, and brings its schema up to date: a file, or a database on a PostgreSQL server.
 * @throws UserError where it can't be used, with what to mend
 */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { path, key } = options;
  const isServer = isPostgresAddress(path);
  const chosen = options.pulseKeys === undefined ? undefined : ballotKeys(options.pulseKeys, key);
  const opened = isServer ? await (await import('./postgres/open.ts')).openServer(options) : await openFile(options);
  const beside = isServer || opened.path === ':memory:' ? undefined : opened.path + pulseKeyEnding;
  const ballotsOf = chosen ?? ballotKeys(beside, key);
  const { database } = opened;
  return {
    database,
    path: opened.path,
    forWorkspace: (workspaceId) => ({
      database,
      workspaceId,
      secrets: sealFor(workspaceId, key),
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
 * Runs `work` in a write transaction: all of it is stored, or nothing, and it is on the disk when this resolves. Inside, use only the store
 * that is handed in. A store that is in a transaction already joins it.
 */
export async function writing<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  if (store.database.isTransaction) return work(store);
  return writeTogether(store, (transaction) => work({ ...store, database: transaction }));
}

/** As `writing`, for what takes long, an import or a sweep: what somebody does meanwhile is stored before or after it, not with it. */
export async function writingAlone<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  if (store.database.isTransaction) return work(store);
  return writeTogether(store, (transaction) => work({ ...store, database: transaction }), { isLong: true });
}

/**
 * What a row said before it was changed lies in the log of the database until that is written over. Afterwards it is gone from the
 * disk; where that can't be just then, because somebody reads or the disk is full, it goes with the next time. On a server it goes from
 * the tables within about a minute, and nobody waits for it: from `keepsWhatWas` it doesn't go. Not within a transaction. Never throws:
 * what was to be stored is stored.
 * @param tables in which something was changed or deleted
 */
export async function forgetWhatWas(store: Store, tables: readonly ForgettingTable[]): Promise<void> {
  if (isSqlite(store.database)) await truncateLog(store.database).catch(() => undefined);
  else forgetSoon(store.database, tables);
}

/** Without waiting for whoever reads: SQLite would wait in place, and with it everybody whom the bot is to answer. */
async function truncateLog(database: Kysely<Tables>): Promise<void> {
  await database.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      await sql`pragma wal_checkpoint(truncate)`.execute(connection);
    } finally {
      await sql`pragma busy_timeout = ${sql.raw(String(busyMilliseconds))}`.execute(connection);
    }
  });
}

/** As `forgetWhatWas`, on a server, now and in all tables. @returns in which it could not be done */
export async function forgetAll(store: Store): Promise<Unforgotten[]> {
  return forgetNow(store.database);
}

/** May its archives, replicas and backups have every change, and when it was made? So it is on a server, and not of a file. */
export function keepsWhatWas(store: Pick<Store, 'database'>): boolean {
  return !isSqlite(store.database);
}

/**
 * The ids after an `in`: one statement for any number of them, so that it is compiled and prepared once, and no limit of bound values
 * is met.
 */
export function oneOf<Value extends number>(values: Iterable<Value>): RawBuilder<Value> {
  return oneOfThose(asOneValue(values));
}

/** The values as one, for `oneOfThose` and `oneOfThoseTexts`. */
export function asOneValue(values: Iterable<number | string>): string {
  return JSON.stringify([...values]);
}

/** As `oneOf`, of the ids as one: for a query that is written before they are known. A row for each, in the column `number`. */
export function oneOfThose<Value extends number>(values: string): RawBuilder<Value> {
  return sql`(select value as number from json_each(${values}))`;
}

/** As `oneOfThose`, of texts: a row for each, in the column `text`. */
export function oneOfThoseTexts<Value extends string>(values: string): RawBuilder<Value> {
  return sql`(select value as text from json_each(${values}))`;
}
