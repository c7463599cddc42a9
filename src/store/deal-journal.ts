/** What an import does to deals, so that it can be taken back: a row for each of its transactions, whatever the number of deals. */
import type { Selectable } from 'kysely';
import { dealChangeKinds } from './people-change-tables.ts';
import type { DealsChangeKind } from './people-change-tables.ts';
import { addPeopleChange, newestOf } from './people-changes.ts';
import type { PeopleChange } from './people-changes.ts';
import type { Store } from './db.ts';
import type { Row } from './person-places.ts';
import type { DealTable } from './tables.ts';

/** A deal that an import changed: the columns that are not as before. */
export interface ChangedDeal {
  readonly id: number;
  readonly before: Row;
  readonly after: Row;
}

/** One import: its change is begun with the first part that stores something. */
export interface DealJournal {
  /**
   * Does a part of the import and writes down what became of the deals. Call it in the transaction of that part, in which nothing
   * else may add a deal.
   * @param ids of the deals on record that the part may change
   */
  keep(store: Store, ids: readonly number[], work: () => Promise<void>): Promise<void>;
}

const idsPerStatement = 500;

export function dealJournal(kind: DealsChangeKind, now: Date): DealJournal {
  let changeId: number | undefined;
  return {
    async keep(store, ids, work) {
      const [deal, history, before] = [
        await lastId(store, 'deal'),
        await lastId(store, 'dealChange'),
        await dealRows(store, ids),
      ];
      await work();
      const added = rangeAfter(deal, await lastId(store, 'deal'));
      const written = rangeAfter(history, await lastId(store, 'dealChange'));
      const changed = differences(before, await dealRows(store, ids));
      if (added.first === null && written.first === null && changed.length === 0) return;
      changeId ??= await begin(store, kind, now);
      // Another import began meanwhile: this one can’t be taken back any more.
      if ((await newestDealsChange(store))?.id !== changeId) return;
      await store.database
        .insertInto('dealImportPart')
        .values({
          workspaceId: store.workspaceId,
          changeId,
          firstDeal: added.first,
          lastDeal: added.last,
          firstHistory: written.first,
          lastHistory: written.last,
          changed: JSON.stringify(changed),
        })
        .execute();
    },
  };
}

/** Only the newest import of deals can be taken back: what was written down of those before it goes. */
async function begin(store: Store, kind: DealsChangeKind, now: Date): Promise<number> {
  await store.database.deleteFrom('dealImportPart').where('workspaceId', '=', store.workspaceId).execute();
  const standing = store.database
    .selectFrom('peopleChange')
    .select(({ fn }) => fn.max('id').as('id'))
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', 'in', dealChangeKinds)
    .where('undoneAt', 'is', null);
  await store.database
    .deleteFrom('peopleChange')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', 'in', dealChangeKinds)
    .where('id', '<', standing)
    .execute();
  return addPeopleChange(store, { kind, personId: null, goneId: null, actorId: null }, now);
}

/** The newest import of deals that changed something, taken back or not. */
export async function newestDealsChange(store: Store): Promise<PeopleChange | undefined> {
  return newestOf(store, dealChangeKinds);
}

/** Of all workspaces, which ids count through: asked for those of one, the database looks at each of its deals. */
async function lastId(store: Store, table: 'deal' | 'dealChange'): Promise<number> {
  const row = await store.database
    .selectFrom(table)
    .select(({ fn }) => fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** No id is given twice, so what lies between is what came meanwhile. */
function rangeAfter(before: number, after: number): { first: number | null; last: number | null } {
  return after > before ? { first: before + 1, last: after } : { first: null, last: null };
}

async function dealRows(store: Store, ids: readonly number[]): Promise<Map<number, Selectable<DealTable>>> {
  const found = new Map<number, Selectable<DealTable>>();
  for (let from = 0; from < ids.length; from += idsPerStatement) {
    const rows = await store.database
      .selectFrom('deal')
      .selectAll()
      .where('workspaceId', '=', store.workspaceId)
      .where('id', 'in', ids.slice(from, from + idsPerStatement))
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

function differences(
  before: ReadonlyMap<number, Selectable<DealTable>>,
  after: ReadonlyMap<number, Selectable<DealTable>>,
): ChangedDeal[] {
  return [...after].flatMap(([id, row]) => {
    const old = before.get(id);
    if (old === undefined) return [];
    const columns = (Object.keys(row) as (keyof typeof row)[]).filter((column) => row[column] !== old[column]);
    return columns.length === 0 ? [] : [{ id, before: pick(old, columns), after: pick(row, columns) }];
  });
}

function pick(row: Selectable<DealTable>, columns: readonly (keyof typeof row)[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
