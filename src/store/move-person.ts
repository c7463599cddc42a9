/** Everything that is on record of one person goes to another: `person-places.ts` says where it stands. */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { changeRow, dropRow } from './people-changes.ts';
import { personPlaces } from './person-places.ts';
import type { PersonPlace, Row } from './person-places.ts';
import type { Tables } from './tables.ts';

/** A place without its table: rows are looked at as they are stored. */
type AnyPlace = {
  readonly columns: readonly string[];
  readonly key?: readonly string[];
  readonly once?: readonly string[];
  readonly twin?: 'keeps';
  readonly texts?: Readonly<Record<string, (row: Row, from: number, to: number) => string | null>>;
  readonly isSecret?: true;
};

interface Move {
  readonly changeId: number;
  readonly from: number;
  readonly to: number;
}

/** Moves every row but those of the person themselves, and writes down what each was. Call it in a transaction. */
export async function movePerson(store: Store, move: Move): Promise<void> {
  for (const table of Object.keys(personPlaces) as (keyof Tables)[]) await moveIn(store, table, move);
}

/** How many rows of a table say that one of the two leads, asks or thanks the other. */
export async function rowsBetween(store: Store, one: number, other: number): Promise<number> {
  let count = 0;
  for (const [table, place] of Object.entries(personPlaces) as [keyof Tables, PersonPlace<keyof Tables>][]) {
    if (place.isBetweenTwo !== true) continue;
    const columns = place.columns.map((column) => sql.ref(column));
    const names = (id: number) =>
      sql.join(
        columns.map((column) => sql`${column} = ${id}`),
        sql` or `,
      );
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}
      where workspace_id = ${store.workspaceId} and (${names(one)}) and (${names(other)})`.execute(store.database);
    count += rows[0]?.n ?? 0;
  }
  return count;
}

/** Of which tables rows name each of these people, but for these tables; who is named nowhere is left out. One query a column. */
export async function tablesNaming(
  store: Store,
  personIds: readonly PersonId[],
  except: readonly (keyof Tables)[],
): Promise<Map<number, Set<keyof Tables>>> {
  const found = new Map<number, Set<keyof Tables>>();
  const ids = asOneValue(personIds);
  for (const [table, place] of Object.entries(personPlaces) as [keyof Tables, PersonPlace<keyof Tables>][]) {
    if (except.includes(table)) continue;
    for (const column of place.columns) {
      const { rows } = await sql<{ id: number }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)}
        where workspace_id = ${store.workspaceId} and ${sql.ref(column)} in ${oneOfThose(ids)}`.execute(store.database);
      for (const { id } of rows) found.set(id, (found.get(id) ?? new Set<keyof Tables>()).add(table));
    }
  }
  return found;
}

async function moveIn(store: Store, table: keyof Tables, move: Move): Promise<void> {
  const place = personPlaces[table] as AnyPlace;
  for (const row of await rowsNaming(store, table, place, move.from)) {
    const after = moved(row, place, move);
    if (Object.keys(after).length === 0) continue;
    const key = pick(row, place.key ?? ['id']);
    if (place.isSecret === true) await moveSecretly(store, table, place, row, after);
    else if (!(await hasTwin(store, table, place, row, after))) await change(store, table, move, key, row, after);
    else if (place.twin !== 'keeps') await dropRow(store, move.changeId, table, { key, before: row });
    else {
      const kept = Object.fromEntries(
        Object.entries(after).filter(([column]) => place.once?.includes(column) !== true),
      );
      await change(store, table, move, key, row, kept);
    }
  }
}

async function rowsNaming(store: Store, table: keyof Tables, place: AnyPlace, id: number): Promise<Row[]> {
  const inColumns = place.columns.map((column) => sql`${sql.ref(column)} = ${id}`);
  const inTexts = Object.keys(place.texts ?? {}).map((column) => sql`${sql.ref(column)} like ${`%${id}%`}`);
  if (inColumns.length + inTexts.length === 0) return [];
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where workspace_id = ${store.workspaceId} and (${sql.join([...inColumns, ...inTexts], sql` or `)})`.execute(
    store.database,
  );
  return rows;
}

/** The columns that change, as they are to be. */
function moved(row: Row, { columns, texts = {} }: AnyPlace, { from, to }: Move): Row {
  const ids = columns.filter((column) => row[column] === from).map((column) => [column, to] as const);
  const words = Object.entries(texts)
    .map(([column, rewrite]) => [column, row[column] === null ? null : rewrite(row, from, to)] as const)
    .filter(([column, text]) => text !== row[column]);
  return Object.fromEntries([...ids, ...words]);
}

async function hasTwin(
  store: Store,
  table: keyof Tables,
  { once, key = ['id'] }: AnyPlace,
  row: Row,
  after: Row,
): Promise<boolean> {
  if (once === undefined || !once.some((column) => column in after)) return false;
  const wanted = { ...row, ...after };
  const same = once.map((column) => sql`${sql.ref(column)} = ${wanted[column]}`);
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where workspace_id = ${store.workspaceId} and ${sql.join(same, sql` and `)}`.execute(store.database);
  return rows.some((found) => key.some((column) => found[column] !== row[column]));
}

async function change(
  store: Store,
  table: keyof Tables,
  { changeId }: Move,
  key: Row,
  row: Row,
  after: Row,
): Promise<void> {
  if (Object.keys(after).length === 0) return;
  await changeRow(store, changeId, table, { key, before: pick(row, Object.keys(after)), after });
}

/** Without a word of it anywhere else. Where both have such a row, one is left. */
async function moveSecretly(
  store: Store,
  table: keyof Tables,
  { once = [], key: ofKey = ['id'] }: AnyPlace,
  row: Row,
  after: Row,
): Promise<void> {
  const isSame = (values: Row) =>
    sql.join(
      Object.entries({ ...values, workspaceId: store.workspaceId }).map(
        ([column, value]) => sql`${sql.ref(column)} = ${value}`,
      ),
      sql` and `,
    );
  const twin = pick({ ...row, ...after }, once);
  if (once.length > 0) await sql`delete from ${sql.table(table)} where ${isSame(twin)}`.execute(store.database);
  const set = sql.join(Object.entries(after).map(([column, value]) => sql`${sql.ref(column)} = ${value}`));
  await sql`update ${sql.table(table)} set ${set} where ${isSame(pick(row, ofKey))}`.execute(store.database);
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
