/** What somebody said once about the columns of a file, for the next file with the same ones. */
import type { Selectable } from 'kysely';
import type { Store } from './db.ts';
import type { KeptMappingTable, MappingKind } from './kept-mapping-tables.ts';

export type { MappingKind } from './kept-mapping-tables.ts';

export interface NewMapping {
  readonly kind: MappingKind;
  /** Of the names of the columns: files with the same one are read with it. */
  readonly fingerprint: string;
  /** As the file had them. */
  readonly names: readonly string[];
  /** `column=field` */
  readonly columns: readonly string[];
  /** `words=value` */
  readonly valueWords: readonly string[];
  readonly dateOrder: 'day-first' | 'month-first' | null;
}

export interface KeptMapping extends NewMapping {
  readonly id: number;
  readonly madeAt: Date;
  /** By the last file that was imported with it; null where none was. */
  readonly usedAt: Date | null;
}

/** In the order in which they were first kept. */
export async function keptMappings(store: Store): Promise<KeptMapping[]> {
  return (await select(store).orderBy('id').execute()).map(toMapping);
}

export async function findKeptMapping(store: Store, id: number): Promise<KeptMapping | undefined> {
  const row = await select(store).where('id', '=', id).executeTakeFirst();
  return row && toMapping(row);
}

/** What is kept for files of a kind with one of these fingerprints, the first of them before the others. */
export async function keptMappingFor(
  store: Store,
  kind: MappingKind,
  fingerprints: readonly string[],
): Promise<KeptMapping | undefined> {
  if (fingerprints.length === 0) return undefined;
  const rows = await select(store).where('kind', '=', kind).where('fingerprint', 'in', fingerprints).execute();
  const byPrint = new Map(rows.map((row) => [row.fingerprint, row]));
  const first = fingerprints.find((print) => byPrint.has(print));
  const row = first === undefined ? undefined : byPrint.get(first);
  return row && toMapping(row);
}

/** Keeps a mapping, in place of what was kept for the same columns. @returns its number */
export async function saveKeptMapping(store: Store, mapping: NewMapping, now: Date): Promise<number> {
  const { kind, fingerprint, dateOrder } = mapping;
  const said = {
    names: JSON.stringify(mapping.names),
    columns: JSON.stringify(mapping.columns),
    valueWords: JSON.stringify(mapping.valueWords),
    dateOrder,
    madeAt: now.toISOString(),
  };
  const row = await store.database
    .insertInto('keptMapping')
    .values({ workspaceId: store.workspaceId, kind, fingerprint, ...said, usedAt: null })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'kind', 'fingerprint']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function markMappingUsed(store: Store, id: number, now: Date): Promise<void> {
  await store.database
    .updateTable('keptMapping')
    .set({ usedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function dropKeptMapping(store: Store, id: number): Promise<void> {
  await store.database
    .deleteFrom('keptMapping')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

function select(store: Store) {
  return store.database.selectFrom('keptMapping').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toMapping(row: Selectable<KeptMappingTable>): KeptMapping {
  return {
    id: row.id,
    kind: row.kind,
    fingerprint: row.fingerprint,
    names: JSON.parse(row.names) as string[],
    columns: JSON.parse(row.columns) as string[],
    valueWords: JSON.parse(row.valueWords) as string[],
    dateOrder: row.dateOrder,
    madeAt: new Date(row.madeAt),
    usedAt: row.usedAt === null ? null : new Date(row.usedAt),
  };
}
