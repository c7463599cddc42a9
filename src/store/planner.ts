/**
 * What SQLite's planner is told of how this database grows: https://sqlite.org/optoverview.html, “Manual control of query plans using
 * sqlite_stat tables”. Left alone it takes a workspace for ten rows, and reads all of it wherever a statement names some dozens of people
 * or one thing or another.
 */
import type SQLite from 'better-sqlite3';

/** Rows of a table in a company that has grown. The number itself doesn't matter, only that a workspace has all of them. */
const rowsOfTable = 1_000_000;
/** Columns of which few values are there, so that one says little. */
const coarse: ReadonlySet<string> = new Set(['state', 'status', 'kind', 'what', 'job', 'topic', 'undone_at']);
const rowsOfOne = 100;

interface Index {
  readonly tableName: string;
  readonly indexName: string;
  readonly isUnique: 0 | 1;
  readonly isPartial: 0 | 1;
  readonly columns: string;
}

/** Writes it down where it isn't yet, as for a new index. In place of what `analyze` would measure of a company that is still small. */
export function tellPlanner(sqlite: SQLite.Database): void {
  const wanted = indexesOf(sqlite).map((index) => [index.tableName, index.indexName, statOf(index)] as const);
  if (isSame(sqlite, wanted)) return;
  sqlite
    .transaction(() => {
      // Makes the table, whatever is in the one that is analyzed.
      sqlite.exec('analyze workspace');
      sqlite.exec('delete from sqlite_stat1');
      // What somebody's own `analyze` sampled would count for more.
      if (isThere(sqlite, 'sqlite_stat4')) sqlite.exec('delete from sqlite_stat4');
      const insert = sqlite.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)');
      for (const row of wanted) insert.run(...row);
    })
    .immediate();
  sqlite.exec('analyze sqlite_schema');
}

function indexesOf(sqlite: SQLite.Database): Index[] {
  return sqlite
    .prepare<[], Index>(
      `select tables.name as tableName, indexes.name as indexName, indexes."unique" as isUnique, indexes.partial as isPartial,
         (select group_concat(name) from (select name from pragma_index_info(indexes.name) order by seqno)) as columns
       from sqlite_schema as tables, pragma_index_list(tables.name) as indexes
       where tables.type = 'table' and tables.name not like 'sqlite\\_%' escape '\\' and tables.name not like 'kysely\\_%' escape '\\'
       order by tableName, indexName`,
    )
    .all();
}

/** `1000000 1000000 100 1`: the rows of the table, then how many of them have the same first column, the same first two, and so on. */
function statOf({ columns, isUnique, isPartial }: Index): string {
  const names = columns.split(',');
  const all = isPartial === 1 ? rowsOfTable / 10 : rowsOfTable;
  let same = all;
  const rows = names.map((name, at) => {
    if (name !== 'workspace_id') same = coarse.has(name) ? same / 4 : Math.min(same / 10, rowsOfOne);
    return isUnique === 1 && at === names.length - 1 ? 1 : Math.max(1, Math.round(same));
  });
  return [all, ...rows].join(' ');
}

function isThere(sqlite: SQLite.Database, table: string): boolean {
  return sqlite.prepare('select 1 from sqlite_schema where name = ?').get(table) !== undefined;
}

function isSame(sqlite: SQLite.Database, wanted: readonly (readonly string[])[]): boolean {
  if (!isThere(sqlite, 'sqlite_stat1')) return false;
  const rows = sqlite.prepare('select tbl, idx, stat from sqlite_stat1 order by tbl, idx').raw().all();
  return JSON.stringify(rows) === JSON.stringify(wanted);
}
