import { sql, SqliteAdapter } from 'kysely';
import type { CreateTableBuilder, Kysely } from 'kysely';

/** Begins a table whose columns hold only what they are declared for: SQLite needs the word STRICT, PostgreSQL is so by itself. */
export function strictTable(database: Kysely<unknown>, name: string): CreateTableBuilder<string> {
  const table = database.schema.createTable(name);
  return database.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`strict`) : table;
}
