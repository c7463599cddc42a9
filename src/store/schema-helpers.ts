import { sql, SqliteAdapter } from 'kysely';
import type { CreateTableBuilder, Kysely } from 'kysely';

/** Begins a table whose columns hold only what they are declared for: SQLite needs the word STRICT, PostgreSQL is so by itself. */
export function strictTable(database: Kysely<unknown>, name: string): CreateTableBuilder<string> {
  const table = database.schema.createTable(name);
  return isSqlite(database) ? table.modifyEnd(sql`strict`) : table;
}

/** As `strictTable`, for rows whose order of arrival must not be told: SQLite gives them no row number. They need a primary key. */
export function unnumberedTable(database: Kysely<unknown>, name: string): CreateTableBuilder<string> {
  const table = database.schema.createTable(name);
  return isSqlite(database) ? table.modifyEnd(sql`strict, without rowid`) : table;
}

/** Is it in a file? */
export function isSqlite(database: Pick<Kysely<unknown>, 'getExecutor'>): boolean {
  return database.getExecutor().adapter instanceof SqliteAdapter;
}
