/** What a database consists of, as the file among two databases tells it: its tables, in an order in which rows can be put in. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface MovedTable {
  readonly name: string;
  /** As they are in the database. */
  readonly columns: readonly string[];
  /** Of its primary key, in order. */
  readonly key: readonly string[];
  /** Columns that name another row of the same table: filled in once all rows are there. */
  readonly ownRows: readonly string[];
  /** The column that numbers the rows, where there is one. */
  readonly numbered: string | undefined;
}

interface Column {
  readonly tableName: string;
  readonly name: string;
  readonly keyAt: number;
  readonly isNumbered: number;
}

interface Reference {
  readonly tableName: string;
  readonly other: string;
  readonly name: string;
}

/** @param file the one of the two databases that is SQLite; both have the same schema */
export async function tablesInOrder(file: Kysely<Tables>): Promise<MovedTable[]> {
  const { rows: columns } = await sql<Column>`
    select tables.name as table_name, columns.name as name, columns.pk as key_at,
      tables.sql like '%autoincrement%' and columns.pk = 1 as is_numbered
    from sqlite_schema as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and tables.name not like 'sqlite\\_%' escape '\\' and tables.name not like 'kysely\\_%' escape '\\'
      and tables.name not like '\\_litestream\\_%' escape '\\'
    order by tables.name, columns.cid`.execute(file);
  const { rows: references } = await sql<Reference>`
    select tables.name as table_name, keys."table" as other, keys."from" as name
    from sqlite_schema as tables join pragma_foreign_key_list(tables.name) as keys where tables.type = 'table'`.execute(
    file,
  );
  const tables = [...Map.groupBy(columns, ({ tableName }) => tableName)].map(([name, own]) => ({
    name,
    columns: own.map((column) => column.name),
    key: own
      .filter(({ keyAt }) => keyAt > 0)
      .toSorted((one, other) => one.keyAt - other.keyAt)
      .map((column) => column.name),
    ownRows: references.filter(({ tableName, other }) => tableName === name && other === name).map((one) => one.name),
    numbered: own.find(({ isNumbered }) => isNumbered === 1)?.name,
  }));
  return inOrder(tables, references);
}

/** Whatever a table names comes before it. @throws Error where two tables name each other */
function inOrder(tables: readonly MovedTable[], references: readonly Reference[]): MovedTable[] {
  const placed = new Map<string, MovedTable>();
  while (placed.size < tables.length) {
    const ready = tables.filter(
      ({ name }) =>
        !placed.has(name) &&
        references.every(({ tableName, other }) => tableName !== name || other === name || placed.has(other)),
    );
    if (ready.length === 0) throw new Error('Two tables name each other: neither can be filled before the other');
    for (const table of ready) placed.set(table.name, table);
  }
  return [...placed.values()];
}
