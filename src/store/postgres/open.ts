/** A database on a PostgreSQL server: its connections, and what is said where it can't be used. */
import { Kysely } from 'kysely';
import type { LogEvent } from 'kysely';
import pg from 'pg';
import { UserError } from '../../errors.ts';
import type { DatabaseOptions } from '../db.ts';
import { migrateServer } from '../migrate.ts';
import { shownPlace } from '../../database-place.ts';
import { sealWhatWaits } from '../seal-later.ts';
import type { Opened } from '../sqlite.ts';
import { CamelCase } from '../camel-case.ts';
import type { Tables } from '../tables.ts';
import { Postgres } from './dialect.ts';
import { describePostgresFailure } from './failures.ts';
import { keepNoSamples } from './forgetting.ts';
import { settleKey } from './key.ts';

/** The oldest that still gets mends when this is written. postgresql.org, Versioning Policy. */
const oldestVersion = 14;
const connections = 10;
const milliseconds = {
  /** To reach the server. */
  connect: 5_000,
  /** No statement of the bot's takes near as long. */
  statement: 60_000,
  /** Whoever holds a transaction open without doing anything, a process that is stopped, keeps everybody waiting: less than it holds the workspace. */
  idleInTransaction: 25_000,
};

/**
 * Connects to the server, makes sure that it can be used, and brings its schema up to date; several that start at once wait for each other.
 * @throws UserError that says what to mend: the address, the name or password, the database, a right, the version, the key
 */
export async function openServer(options: DatabaseOptions, times = milliseconds): Promise<Opened> {
  const { path: address, key, onStatement, onTrouble } = options;
  if (URL.parse(address) === null)
    throw new UserError(
      'FIRSTLINE_DB is no address of PostgreSQL. Write it like postgres://firstline:PASSWORD@db.example.com:5432/firstline; a sign such as @ or / in the password is written as %40 or %2F.',
    );
  const common: pg.PoolConfig = {
    connectionString: address,
    connectionTimeoutMillis: times.connect,
    application_name: 'firstline',
    keepAlive: true,
    types: wholeNumbers(),
  };
  const pool = new pg.Pool({
    ...common,
    max: connections,
    statement_timeout: times.statement,
    idle_in_transaction_session_timeout: times.idleInTransaction,
  });
  // A connection that is lost while nobody uses it is made anew when somebody does.
  pool.on('error', (error) => onTrouble?.(error));
  // One that is lost in the middle of a statement fails that; nobody else need hear of it, and without a listener it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const log = (event: LogEvent) => (event.level === 'query' ? onStatement?.(event.query.sql) : undefined);
  const database = new Kysely<Tables>({
    dialect: new Postgres({ pool }),
    plugins: [new CamelCase()],
    ...(onStatement !== undefined && { log }),
  });
  try {
    await refuseOldServer(pool, address);
    await migratePatiently(common, address);
    await keepNoSamples(database);
    await settleKey(database, key, shownPlace(address));
    await sealWhatWaits(database, key);
    return { database, path: shownPlace(address) };
  } catch (error) {
    await database.destroy();
    throw describePostgresFailure(error, address);
  }
}

/** An update of a large table takes what it takes, and whoever comes second waits for it: on connections of their own, without a limit. */
async function migratePatiently(common: pg.PoolConfig, address: string): Promise<void> {
  const pool = new pg.Pool({ ...common, max: 2, statement_timeout: 0, idle_in_transaction_session_timeout: 0 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const database = new Kysely<Tables>({ dialect: new Postgres({ pool }), plugins: [new CamelCase()] });
  try {
    await migrateServer(database, address);
  } finally {
    await database.destroy();
  }
}

async function refuseOldServer(pool: pg.Pool, address: string): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < oldestVersion)
    throw new UserError(
      `The server at ${shownPlace(address)} is PostgreSQL ${version}, and Firstline needs ${oldestVersion} or later. Update it, or name another in FIRSTLINE_DB.`,
    );
  const { rows: encodings } = await pool.query<{ server_encoding: string }>('show server_encoding');
  if (encodings[0]?.server_encoding !== 'UTF8')
    throw new UserError(
      `The database ${shownPlace(address)} isn’t in UTF-8, so not every name could be kept. Make one with: create database firstline encoding 'UTF8' template template0`,
    );
}

/** Numbers of 64 bits and decimals come as text, so that none is rounded: ids, counts and money are all within what a number holds. */
function wholeNumbers(): pg.TypeOverrides {
  const overrides = new pg.TypeOverrides();
  for (const type of [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]) overrides.setTypeParser(type, Number);
  return overrides;
}
