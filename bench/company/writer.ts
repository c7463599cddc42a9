import type SQLite from 'better-sqlite3';

type Cell = string | number | null;

export interface Writer {
  /** Inserts a row of this table; every row of one table has the same columns. */
  insert(table: string, row: Readonly<Record<string, Cell>>): void;
  readonly written: number;
}

/** Prepares one insert a table, from the columns of its first row. */
export function bareWriter(sqlite: SQLite.Database): Writer {
  const statements = new Map<string, SQLite.Statement>();
  let written = 0;
  return {
    insert(table, row) {
      const statement = statements.get(table) ?? prepare(sqlite, table, Object.keys(row));
      statements.set(table, statement);
      statement.run(...Object.values(row));
      written += 1;
    },
    get written() {
      return written;
    },
  };
}

function prepare(sqlite: SQLite.Database, table: string, columns: readonly string[]): SQLite.Statement {
  return sqlite.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
}
