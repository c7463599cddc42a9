/** Everything from one database into another: from a file to a server, or back. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { UserError } from '../../errors.ts';
import { isAnyHeld } from '../holding.ts';
import { isSqlite } from '../schema-helpers.ts';
import { markName } from '../sending-mark.ts';
import type { Tables } from '../tables.ts';
import { movedName, recordName } from './moved.ts';
import { countRows, fillIn, goOnAfter, keyOf, lastNumber, putIn, readPage } from './rows.ts';
import type { Row } from './rows.ts';
import { tablesInOrder } from './tables.ts';
import type { MovedTable } from './tables.ts';

type Database = Kysely<Tables>;

export interface Place {
  readonly database: Database;
  /** As it may be shown. */
  readonly path: string;
}

export interface MoveOptions {
  /** Rows that are copied and compared so far, of how many. */
  readonly onProgress: (done: number, all: number) => void;
  /** Whatever an earlier try has left at the target goes first. */
  readonly isAfresh: boolean;
}

export interface Moved {
  readonly tables: number;
  readonly rows: number;
}

const rowsOfPage = 1_000;
/** In the record of a move: the tables that are whole, and how far the next one is. */
interface Position {
  readonly done: readonly string[];
  readonly table: string | undefined;
  readonly after: Row | undefined;
}

/**
 * Copies every row, and compares what is there then: how many rows each table has, and a checksum of them. Cut short, it goes on where it
 * was. Nothing at the source is changed but for the record that it has moved.
 * @throws UserError where a bot is at work at one of them, the target holds another log, or what is there isn't the same
 */
export async function moveEverything(from: Place, to: Place, options: MoveOptions): Promise<Moved> {
  const file = [from, to].find(({ database }) => isSqlite(database));
  if (file === undefined || isSqlite(from.database) === isSqlite(to.database))
    throw new UserError(
      'One of the two has to be a file and the other PostgreSQL. A file is copied with its backup, and PostgreSQL with pg_dump.',
    );
  await refuseBusy([from, to]);
  const tables = (await tablesInOrder(file.database)).filter(({ name }) => name !== 'installation');
  if (options.isAfresh) await empty(to.database, tables);
  let position = await positionAt(to, tables);
  const counts = await Promise.all(tables.map((table) => countRows(from.database, table)));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const tell = (more: number) => options.onProgress((done += more), rows * 2);
  for (const [at, table] of tables.entries()) {
    if (position.done.includes(table.name)) {
      tell(counts[at] ?? 0);
      continue;
    }
    position = await copyTable(from.database, to.database, table, position, tell);
  }
  for (const table of tables) await goOnAfter(to.database, table, await lastNumber(from.database, table));
  for (const table of tables) await compare(from, to, table, tell);
  await refuseBusy([from, to]);
  await copyInstallation(from, to);
  return { tables: tables.length, rows };
}

/** Of a file its lock tells, which whoever opens it has. */
async function refuseBusy(places: readonly Place[]): Promise<void> {
  for (const { database, path } of places)
    if (!isSqlite(database) && (await isAnyHeld(database)))
      throw new UserError(
        `A Firstline is running on ${path}. Stop it first: all of them, where there are several. One that was killed counts for half a minute.`,
      );
}

async function positionAt(to: Place, tables: readonly MovedTable[]): Promise<Position> {
  const record = await to.database
    .selectFrom('installation')
    .select('value')
    .where('name', '=', recordName)
    .executeTakeFirst();
  if (record !== undefined) return JSON.parse(record.value) as Position;
  for (const table of tables)
    if ((await countRows(to.database, table)) > 0)
      throw new UserError(
        `There is a log at ${to.path} already, and it was left as it is. Name an empty database, or add --afresh to delete what is there.`,
      );
  return { done: [], table: undefined, after: undefined };
}

async function copyTable(
  from: Database,
  to: Database,
  table: MovedTable,
  { done, ...begun }: Position,
  tell: (rows: number) => void,
): Promise<Position> {
  let after = begun.table === table.name ? begun.after : undefined;
  for (;;) {
    const page = await readPage(from, table, after, rowsOfPage);
    const last = page.at(-1);
    const isLast = page.length < rowsOfPage;
    after = last === undefined ? after : keyOf(table, last);
    const position = isLast
      ? { done: [...done, table.name], table: undefined, after: undefined }
      : { done, table: table.name, after };
    await to.transaction().execute(async (transaction) => {
      await putIn(transaction, table, page);
      if (isLast && table.ownRows.length > 0) await fillInAll(from, transaction, table);
      await keepPosition(transaction, position);
    });
    tell(page.length);
    if (isLast) return position;
  }
}

async function fillInAll(from: Database, to: Database, table: MovedTable): Promise<void> {
  for (let after: Row | undefined; ;) {
    const page = await readPage(from, table, after, rowsOfPage);
    await fillIn(to, table, page);
    const last = page.at(-1);
    if (last === undefined || page.length < rowsOfPage) return;
    after = keyOf(table, last);
  }
}

async function keepPosition(database: Database, position: Position): Promise<void> {
  const value = JSON.stringify(position);
  await database
    .insertInto('installation')
    .values({ name: recordName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** @throws UserError where a table isn't the same at both ends */
async function compare(from: Place, to: Place, table: MovedTable, tell: (rows: number) => void): Promise<void> {
  const [one, other] = [createHash('sha256'), createHash('sha256')];
  const counts = { from: 0, to: 0 };
  for (let after: Row | undefined; ;) {
    const [page, copy] = [
      await readPage(from.database, table, after, rowsOfPage),
      await readPage(to.database, table, after, rowsOfPage),
    ];
    counts.from += page.length;
    counts.to += copy.length;
    one.update(JSON.stringify(page));
    other.update(JSON.stringify(copy));
    tell(page.length);
    const last = page.at(-1);
    if (last === undefined || page.length < rowsOfPage) break;
    after = keyOf(table, last);
  }
  if (one.digest('hex') === other.digest('hex')) return;
  throw new UserError(
    `What is at ${to.path} isn’t what is at ${from.path}: table ${table.name} (${counts.to.toLocaleString('en')} rows there, ${counts.from.toLocaleString('en')} here). Perhaps something was written since the first try. Nothing has changed at ${from.path}. Run it again with --afresh.`,
  );
}

async function copyInstallation(from: Place, to: Place): Promise<void> {
  const facts = await from.database
    .selectFrom('installation')
    .selectAll()
    // How far sending has come is written down of a file, beside it.
    .where('name', 'not in', [movedName, markName])
    .execute();
  await to.database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('installation').execute();
    if (facts.length > 0) await transaction.insertInto('installation').values(facts).execute();
  });
  const value = to.path;
  await from.database
    .insertInto('installation')
    .values({ name: movedName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

async function empty(database: Database, tables: readonly MovedTable[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    for (const table of tables)
      for (const column of table.ownRows)
        await sql`update ${sql.table(table.name)} set ${sql.ref(column)} = null`.execute(transaction);
    for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(transaction);
    await transaction.deleteFrom('installation').where('name', 'in', [recordName, movedName]).execute();
  });
}
