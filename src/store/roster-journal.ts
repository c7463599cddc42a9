/** What a roster does to people, to what they are known by and to their reporting lines, so that it can be taken back. */
import { sql } from 'kysely';
import type { Store } from './db.ts';
import { addPeopleChange, noteRowChange } from './people-changes.ts';
import type { RowChange } from './people-changes.ts';
import type { Row } from './person-places.ts';

const tables = { person: 'id', knownAs: 'personId', reportingLine: 'personId' } as const;
type JournalTable = keyof typeof tables;
type Snapshot = ReadonlyMap<string, { readonly table: JournalTable; readonly row: Row }>;

/** One import: its change is begun with the first row that it touches. */
export interface RosterJournal {
  /**
   * Does a part of the import and writes down what became of the rows of these people. Call it in the transaction of that part.
   * @param ids asked before and after: those who are new have ids by then
   */
  keep(store: Store, ids: () => readonly number[], work: () => Promise<void>): Promise<void>;
}

export function rosterJournal(now: Date): RosterJournal {
  let changeId: number | undefined;
  return {
    async keep(store, ids, work) {
      const before = await snapshot(store, ids());
      await work();
      for (const change of differences(before, await snapshot(store, ids()))) {
        changeId ??= await addPeopleChange(store, { kind: 'roster', personId: null, goneId: null, actorId: null }, now);
        await noteRowChange(store, changeId, change);
      }
    },
  };
}

async function snapshot(store: Store, ids: readonly number[]): Promise<Snapshot> {
  const found = new Map<string, { table: JournalTable; row: Row }>();
  const wanted = [...new Set(ids)].filter((id) => id > 0);
  if (wanted.length === 0) return found;
  for (const table of Object.keys(tables) as JournalTable[]) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} where workspace_id = ${store.workspaceId}
      and ${sql.ref(tables[table])} in (${sql.join(wanted)})`.execute(store.database);
    for (const row of rows) found.set(`${table}|${row['id']}`, { table, row });
  }
  return found;
}

/** Nothing that an import touches is ever dropped. */
function differences(before: Snapshot, after: Snapshot): RowChange[] {
  const changes: RowChange[] = [];
  for (const [name, { table, row }] of after) {
    const key = { id: row['id'] ?? null };
    const old = before.get(name)?.row;
    if (old === undefined) changes.push({ table, key, before: null, after: row });
    else {
      const columns = Object.keys(row).filter((column) => row[column] !== old[column]);
      if (columns.length > 0) changes.push({ table, key, before: pick(old, columns), after: pick(row, columns) });
    }
  }
  return changes;
}

function pick(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
