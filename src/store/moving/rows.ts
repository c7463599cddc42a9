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
    select ${columnsOf(table)} from ${sql.table(table.name)}
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
  const filled = blank.size === 0 ? rows : rows.map((row) => row.map((value, at) => (blank.has(at) ? null : value)));
  await (isSqlite(database) ? putInFile(database, table, filled) : putOnServer(database, table, filled));
}

/** One statement, written once: the writing takes longer than what it does. */
async function putInFile(database: Database, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const plain = database.withoutPlugins();
  const places = sql.join(table.columns.map(() => sql`${null}`));
  const one = sql`insert into ${sql.table(table.name)} (${columnsOf(table)}) values (${places})`.compile(plain);
  for (const parameters of rows) await plain.executeQuery({ ...one, parameters });
}

/** All rows as one value: a statement with a place for each cell takes the server longer to read than what is in it. */
async function putOnServer(database: Database, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const named = rows.map((row) => Object.fromEntries(row.map((value, at) => [table.columns[at] ?? '', value])));
  await sql`insert into ${sql.table(table.name)} (${columnsOf(table)}) select ${columnsOf(table)}
    from json_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(named)}::json)`.execute(
    database.withoutPlugins(),
  );
}

function columnsOf(table: MovedTable) {
  return sql.join(table.columns.map((column) => sql.ref(column)));
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
