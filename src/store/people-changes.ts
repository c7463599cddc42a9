/** Changes of many rows that can be taken back: what each row was before, and what it was left as. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { isCause, lookAgainByRow } from './due.ts';
import type { PeopleChangeKind, PeopleChangeRowTable, PeopleChangeTable } from './people-change-tables.ts';
import type { Row } from './person-places.ts';
import type { Tables } from './tables.ts';

export interface PeopleChange {
  readonly id: number;
  readonly kind: PeopleChangeKind;
  readonly personId: PersonId | null;
  readonly goneId: number | null;
  readonly madeAt: Date;
  readonly isUndone: boolean;
}

/** One row of the journal. */
export interface RowChange {
  readonly table: keyof Tables;
  readonly key: Row;
  /** Null: the row was added. */
  readonly before: Row | null;
  /** Null: the row was dropped. */
  readonly after: Row | null;
}

/** Begins a change. @returns its id */
export async function addPeopleChange(
  store: Store,
  change: { kind: PeopleChangeKind; personId: PersonId | null; goneId: number | null; actorId: PersonId | null },
  now: Date,
): Promise<number> {
  const { kind, personId, goneId, actorId } = change;
  const row = await store.database
    .insertInto('peopleChange')
    .values({
      workspaceId: store.workspaceId,
      kind,
      personId,
      goneId,
      madeAt: now.toISOString(),
      madeBy: actorId,
      undoneAt: null,
      undoneBy: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Writes down what became of a row. */
export async function noteRowChange(store: Store, changeId: number, change: RowChange): Promise<void> {
  const { table, key, before, after } = change;
  await store.database
    .insertInto('peopleChangeRow')
    .values({
      workspaceId: store.workspaceId,
      changeId,
      inTable: table,
      rowKey: JSON.stringify(key),
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })
    .execute();
}

export async function findPeopleChange(store: Store, id: number): Promise<PeopleChange | undefined> {
  const row = await selectChanges(store).where('id', '=', id).executeTakeFirst();
  return row && toChange(row);
}

/** The newest of these kinds that wasn't taken back; of this person, where one is named: whoever stayed, or was taken out. */
export async function newestPeopleChange(
  store: Store,
  kind: PeopleChangeKind | readonly PeopleChangeKind[],
  personId?: PersonId,
): Promise<PeopleChange | undefined> {
  let query = selectChanges(store).where('kind', 'in', [kind].flat()).where('undoneAt', 'is', null);
  if (personId !== undefined)
    query = query.where((where) => where.or([where('personId', '=', personId), where('goneId', '=', personId)]));
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row && toChange(row);
}

/** The newest of these kinds, taken back or not. */
export async function newestOf(store: Store, kinds: readonly PeopleChangeKind[]): Promise<PeopleChange | undefined> {
  const row = await selectChanges(store).where('kind', 'in', kinds).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row && toChange(row);
}

/** What it did, in the order in which it was done. */
export async function rowChangesOf(store: Store, changeId: number): Promise<RowChange[]> {
  const rows = await store.database
    .selectFrom('peopleChangeRow')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('changeId', '=', changeId)
    .orderBy('id')
    .execute();
  return rows.map(toRowChange);
}

export async function markUndone(store: Store, changeId: number, actorId: PersonId | null, now: Date): Promise<void> {
  await store.database
    .updateTable('peopleChange')
    .set({ undoneAt: now.toISOString(), undoneBy: actorId })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', changeId)
    .execute();
}

/** Changes one row by its key and writes down what it was; nothing where nothing differs. */
export async function changeRow(
  store: Store,
  changeId: number,
  table: keyof Tables,
  row: { readonly key: Row; readonly before: Row; readonly after: Row },
): Promise<void> {
  const key = { ...row.key, ...keyPart(row.key, row.after) };
  await lookAgain(store, table, row.key);
  await update(store, table, row.key, row.after);
  await lookAgain(store, table, key);
  await noteRowChange(store, changeId, { table, ...row, key });
}

/** Drops one row and writes down all of it. */
export async function dropRow(
  store: Store,
  changeId: number,
  table: keyof Tables,
  row: { readonly key: Row; readonly before: Row },
): Promise<void> {
  await lookAgain(store, table, row.key);
  await sql`delete from ${sql.table(table)} where ${matching(store, row.key)}`.execute(store.database);
  await noteRowChange(store, changeId, { table, ...row, after: null });
}

/**
 * Puts one row back as it was. A column that was changed since stays as it is now, and so does a row that is gone or there again.
 * @returns the columns that stay; empty where all of it is as it was
 */
export async function putRowBack(store: Store, change: RowChange): Promise<readonly string[]> {
  await lookAgain(store, change.table, change.key);
  const kept = await restore(store, change);
  await lookAgain(store, change.table, { ...change.key, ...keyPart(change.key, change.before ?? {}) });
  return kept;
}

async function restore(store: Store, { table, key, before, after }: RowChange): Promise<readonly string[]> {
  const row = await findRow(store, table, key);
  if (before === null) {
    if (row !== undefined)
      await sql`delete from ${sql.table(table)} where ${matching(store, key)}`.execute(store.database);
    return [];
  }
  if (after === null) {
    if (row === undefined) await insert(store, table, before);
    return [];
  }
  if (row === undefined) return Object.keys(before);
  const same = Object.keys(before).filter((column) => row[column] === after[column]);
  await update(store, table, key, Object.fromEntries(same.map((column) => [column, before[column] ?? null])));
  return Object.keys(before).filter((column) => !same.includes(column));
}

/** One row by its key, as it is stored. */
export async function findRow(store: Store, table: keyof Tables, key: Row): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${matching(store, key)}`.execute(
    store.database,
  );
  return rows[0];
}

/** Whom the row concerns as it is now, where it decides when somebody is due. */
async function lookAgain(store: Store, table: keyof Tables, key: Row): Promise<void> {
  const row = isCause(table) ? await findRow(store, table, key) : undefined;
  if (row !== undefined) await lookAgainByRow(store, table, row);
}

async function update(store: Store, table: keyof Tables, key: Row, set: Row): Promise<void> {
  const columns = Object.entries(set).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (columns.length === 0) return;
  await sql`update ${sql.table(table)} set ${sql.join(columns)} where ${matching(store, key)}`.execute(store.database);
}

async function insert(store: Store, table: keyof Tables, row: Row): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
  const values = sql.join(Object.values(row));
  await sql`insert into ${sql.table(table)} (${columns}) values (${values}) on conflict do nothing`.execute(
    store.database,
  );
}

function matching(store: Store, key: Row) {
  const parts = Object.entries({ ...key, workspaceId: store.workspaceId }).map(
    ([column, value]) => sql`${sql.ref(column)} = ${value}`,
  );
  return sql.join(parts, sql` and `);
}

function keyPart(key: Row, after: Row): Row {
  return Object.fromEntries(Object.entries(after).filter(([column]) => column in key));
}

function selectChanges(store: Store) {
  return store.database.selectFrom('peopleChange').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toChange({ id, kind, personId, goneId, madeAt, undoneAt }: Selectable<PeopleChangeTable>): PeopleChange {
  return { id, kind, personId, goneId, madeAt: new Date(madeAt), isUndone: undoneAt !== null };
}

function toRowChange({ inTable, rowKey, before, after }: Selectable<PeopleChangeRowTable>): RowChange {
  return {
    table: inTable as keyof Tables,
    key: JSON.parse(rowKey) as Row,
    before: before === null ? null : (JSON.parse(before) as Row),
    after: after === null ? null : (JSON.parse(after) as Row),
  };
}
