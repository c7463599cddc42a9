/** Rows of any table as they are stored, page by page in the order of their key: the same on both databases. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { isSqlite } from '../schema-helpers.ts';
import type { Tables } from '../tables.ts';
import type { MovedTable } from './tables.ts';

/** What is in a column. */
export type Value = string | number | null;
/** In the order of the table's columns. */
export type Row = readonly Value[];
type Database = Kysely<Tables>;

/** Bound values of one statement are 32,766 in SQLite and 65,535 in PostgreSQL. */
const mostBound = 30_000;

/** @param after the key of the last row that is known; undefined for the first page */
export async function readPage(
  database: Database,
  table: MovedTable,
  after: Row | undefined,
  most: number,
): Promise<Row[]> {
  const key = sql.join(table.key.map((column) => sql.ref(column)));
  const later = after === undefined ? sql`1 = 1` : sql`(${key}) > (${sql.join(after)})`;
  const { rows } = await sql<Readonly<Record<string, Value>>>`
    select ${sql.join(table.columns.map((column) => sql.ref(column)))} from ${sql.table(table.name)}
    where ${later} order by ${key} limit ${most}`.execute(database.withoutPlugins());
  return rows.map((row) => table.columns.map((column) => row[column] ?? null));
}

/** The key of a row. */
export function keyOf(table: MovedTable, row: Row): Row {
  return table.key.map((column) => row[table.columns.indexOf(column)] ?? null);
}

/** Puts rows in, but for what they say of rows of the same table. */
export async function putIn(database: Database, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const blank = new Set(table.ownRows.map((column) => table.columns.indexOf(column)));
  const atOnce = Math.floor(mostBound / table.columns.length);
  const columns = sql.join(table.columns.map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += atOnce) {
    const values = rows
      .slice(from, from + atOnce)
      .map((row) => sql`(${sql.join(row.map((value, at) => (blank.has(at) ? null : value)))})`);
    await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`.execute(
      database.withoutPlugins(),
    );
  }
}

/** Fills in what rows say of rows of the same table. */
export async function fillIn(database: Database, table: MovedTable, rows: readonly Row[]): Promise<void> {
  for (const row of rows)
    for (const column of table.ownRows) {
      const value = row[table.columns.indexOf(column)] ?? null;
      if (value === null) continue;
      const own = keyOf(table, row);
      const isOwn = sql.join(
        table.key.map((name, at) => sql`${sql.ref(name)} = ${own[at]}`),
        sql` and `,
      );
      await sql`update ${sql.table(table.name)} set ${sql.ref(column)} = ${value} where ${isOwn}`.execute(
        database.withoutPlugins(),
      );
    }
}

export async function countRows(database: Database, table: MovedTable): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table.name)}`.execute(
    database.withoutPlugins(),
  );
  return rows[0]?.n ?? 0;
}

/** The last number that was given to a row, of one that is gone, too: it is never given again. 0 before the first. */
export async function lastNumber(database: Database, { name, numbered }: MovedTable): Promise<number> {
  if (numbered === undefined) return 0;
  if (isSqlite(database)) {
    const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${name}`.execute(database);
    return rows[0]?.seq ?? 0;
  }
  const { rows } = await sql<{ last: number | null }>`
    select pg_sequence_last_value(pg_get_serial_sequence(${name}, ${numbered})::regclass) as last`.execute(database);
  return rows[0]?.last ?? 0;
}

/** From now on rows get numbers after this one. */
export async function goOnAfter(database: Database, { name, numbered }: MovedTable, last: number): Promise<void> {
  if (numbered === undefined || last === 0) return;
  if (isSqlite(database)) {
    await sql`delete from sqlite_sequence where name = ${name}`.execute(database);
    await sql`insert into sqlite_sequence (name, seq) values (${name}, ${last})`.execute(database);
  } else await sql`select setval(pg_get_serial_sequence(${name}, ${numbered}), ${last})`.execute(database);
}
