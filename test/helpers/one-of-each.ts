/** A row in every table that names a person, made from the schema: for whoever must forget none of them. */
import { sql } from 'kysely';
import { emptyFile } from './imports.ts';
import type { Store } from '../../src/store/db.ts';
import { personPlaces } from '../../src/store/person-places.ts';
import type { Row } from '../../src/store/person-places.ts';
import type { Tables } from '../../src/store/tables.ts';

interface Column {
  readonly column: string;
  readonly type: string;
  readonly refersTo: string | null;
  readonly isKey: number;
}

const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

async function columnsOf(table: string): Promise<Column[]> {
  const { database } = await emptyFile();
  const { rows } = await sql<Column>`
    select columns.name as "column", columns.type as "type", columns.pk as is_key,
      (select keys."table" from pragma_foreign_key_list(${table}) as keys where keys."from" = columns.name) as refers_to
    from pragma_table_info(${table}) as columns`.execute(database);
  return rows;
}

/**
 * For each column that holds a person's id a row in which it is this person's; whoever else such a row needs is the other.
 * @returns the table and column of each
 */
export async function addOneOfEach(store: Store, personId: number, otherId: number): Promise<string[]> {
  const made = new Map<string, number>();
  let count = 0;

  async function add(table: string, own: Readonly<Record<string, number>>): Promise<number> {
    count += 1;
    const values: Record<string, string | number> = {};
    const columns = await columnsOf(table);
    for (const { column, type, refersTo, isKey } of columns) {
      if (column in own) values[column] = own[column] as number;
      else if (column === 'workspace_id') values[column] = store.workspaceId;
      else if (column === 'id' && isKey > 0) continue;
      else if (refersTo === 'person') values[column] = otherId;
      else if (refersTo !== null) values[column] = made.get(refersTo) ?? (await add(refersTo, {}));
      else if (type.toLowerCase() === 'text') values[column] = textFor(column, count);
      else values[column] = count;
    }
    const names = sql.join(Object.keys(values).map((column) => sql.ref(column)));
    const isNumbered = columns.some(({ column, isKey }) => column === 'id' && isKey > 0);
    const { rows } = await sql<{ id: number }>`insert into ${sql.table(table)} (${names})
      values (${sql.join(Object.values(values))}) returning ${isNumbered ? sql.ref('id') : sql`0`} as id`.execute(
      store.database,
    );
    const id = rows[0]?.id ?? 0;
    if (!made.has(table)) made.set(table, id);
    return id;
  }

  const places: string[] = [];
  for (const [table, { columns }] of Object.entries(personPlaces))
    for (const column of columns) {
      if (table === 'person') continue;
      await add(snake(table), { [snake(column)]: personId });
      places.push(`${table}.${column}`);
    }
  return places;
}

/** Days and JSON where they are read; else something that is there once. */
function textFor(column: string, count: number): string {
  if (column.endsWith('_on')) return '2026-11-01';
  if (['details', 'prefill', 'subject', 'values_before', 'values_after', 'evidence', 'words'].includes(column))
    return '{}';
  return `${column}-${count}x`;
}

/** Every row of every table, but for what is written down of the change itself. */
export async function everyRow(store: Store): Promise<Record<string, Row[]>> {
  const all: Record<string, Row[]> = {};
  for (const table of Object.keys(personPlaces) as (keyof Tables)[]) {
    if (['audit', 'peopleChange', 'peopleChangeRow', 'dealImportPart'].includes(table)) continue;
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(store.database);
    // When something was last worked out is no part of what is on record.
    const told = rows.filter((row) => row['name'] !== 'usual-stays');
    all[table] = told.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  }
  return all;
}
