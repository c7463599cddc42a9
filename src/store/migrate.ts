/** Brings the schema up to date: all of what is missing, or nothing. */
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, sql, SqliteAdapter, SqliteDialect } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';
import { UserError } from '../errors.ts';
import { isPostgresAddress, shownPlace } from '../database-place.ts';
import { copiesBeside } from './copies-beside.ts';
import { migrationFolder, recorded, recordTable } from './migration-record.ts';
import type { Tables } from './tables.ts';

/** The whole of SQLite's DDL is transactional (sqlite.org, Isolation); Kysely's own adapter says otherwise, and left halves. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite as it is: a migration that is broken off was never begun. */
export class TransactionalSqlite extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/**
 * Runs every migration that isn't on record, in one transaction.
 * @throws UserError where the database is newer than this program, or is no whole version of it
 */
export async function migrate(database: Kysely<Tables>, sqlite: SQLite.Database, path: string): Promise<void> {
  const provider = new FileMigrationProvider({ fs: fileSystem, path: { join }, migrationFolder });
  const migrations = await provider.getMigrations();
  refuseNewer(recorded(sqlite), migrations, path);
  await mendHalf(sqlite, migrations, path);
  const { error } = await new Migrator({ db: database.withoutPlugins(), provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * As `migrate`, on a server: whoever comes second waits for the first.
 * @throws UserError where the database is newer than this program
 */
export async function migrateServer(database: Kysely<Tables>, address: string): Promise<void> {
  const provider = new FileMigrationProvider({ fs: fileSystem, path: { join }, migrationFolder });
  const { rows } = await sql<{ isThere: boolean }>`select to_regclass(${recordTable}) is not null as is_there`.execute(
    database,
  );
  if (rows[0]?.isThere === true) {
    const done = await sql<{ name: string }>`select name from ${sql.table(recordTable)}`.execute(database);
    refuseNewer(
      done.rows.map(({ name }) => name),
      await provider.getMigrations(),
      shownPlace(address),
    );
  }
  const { error } = await new Migrator({ db: database.withoutPlugins(), provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Several programs of one database, of which one is older, would each undo what the other knows. */
function refuseNewer(done: readonly string[], migrations: Readonly<Record<string, Migration>>, path: string): void {
  if (done.every((name) => Object.hasOwn(migrations, name))) return;
  const copy = isPostgresAddress(path) ? undefined : copiesBeside(path).at(-1);
  const back = isPostgresAddress(path)
    ? 'restore the dump from before the update with pg_restore, and run firstline restore --hold'
    : `firstline restore ${copy ?? 'BACKUP'} --aside`;
  throw new UserError(
    `The database ${path} was made by a newer version of Firstline. It was left as it is. Start the newer version. Or, to go back to how it was before the update: ${back}`,
  );
}

/**
 * Versions of old did each statement for itself: one that was killed left the first statements of a migration, and no record of it.
 * Where what is there is exactly that, to the letter, the rest is done and recorded, in one transaction. Nothing that people wrote
 * is touched: those migrations only add.
 * @throws UserError where it is something else
 */
async function mendHalf(
  sqlite: SQLite.Database,
  migrations: Readonly<Record<string, Migration>>,
  path: string,
): Promise<void> {
  const done = recorded(sqlite);
  const [next] = Object.keys(migrations)
    .toSorted()
    .filter((name) => !done.includes(name));
  const found = schemaOf(sqlite);
  if (next === undefined || found === '') return;
  const scratch = new SQLite(':memory:');
  try {
    for (const name of done) await statementsOf(scratch, migrations[name]);
    if (schemaOf(scratch) === found) return;
    const statements = await statementsOf(scratch, migrations[next]);
    const last = statements.findIndex(({ schema }) => schema === found);
    if (last < 0)
      throw new UserError(
        `The database ${path} is no whole version of Firstline's: a first start or an update was broken off, or somebody changed its tables. It was left as it is. Put a backup in its place; where there was nothing in it yet, delete it and start again.`,
      );
    sqlite
      .transaction(() => {
        for (const { text } of statements.slice(last + 1)) sqlite.prepare(text).run();
        sqlite.exec(
          `create table if not exists ${recordTable} (name varchar(255) not null primary key, timestamp varchar(255) not null)`,
        );
        // Kysely reads the order from the time: never before the one before it.
        sqlite
          .prepare(
            `insert into ${recordTable} (name, timestamp) select ?,
             max(coalesce((select max(timestamp) from ${recordTable}), ''), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`,
          )
          .run(next);
      })
      .immediate();
  } finally {
    scratch.close();
  }
}

/** Everything that is declared, as one text that is the same for the same schema; Litestream keeps two tables of its own in each file. */
function schemaOf(sqlite: SQLite.Database): string {
  return sqlite
    .prepare<[], string>(
      `select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master
       where name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\'
       and name not like '\\_litestream\\_%' escape '\\' order by type, name`,
    )
    .pluck()
    .all()
    .join('\n');
}

interface Statement {
  readonly text: string;
  /** What is declared after it. */
  readonly schema: string;
}

/** Runs one migration, and tells what it did, statement by statement. */
async function statementsOf(scratch: SQLite.Database, migration: Migration | undefined): Promise<Statement[]> {
  const statements: Statement[] = [];
  const listening = new Proxy(scratch, {
    get(target, property) {
      if (property === 'prepare')
        return (text: string) => {
          const statement = target.prepare(text);
          const isReader = statement.reader;
          return {
            reader: isReader,
            all: (parameters: unknown[]) => statement.all(parameters),
            run: (parameters: unknown[]) => {
              const result = statement.run(parameters);
              statements.push({ text, schema: schemaOf(target) });
              return result;
            },
          };
        };
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  await migration?.up(new Kysely<unknown>({ dialect: new TransactionalSqlite({ database: listening }) }));
  return statements;
}
