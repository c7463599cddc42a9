/** What was set before: a change of settings can be taken back. */
import type { Selectable } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import type { SettingChangeTable } from './leadership-tables.ts';
import type { SettingScope } from './settings.ts';

/** Values by the name of the setting; null where it had, or gets, its default. */
export type SettingValues = Readonly<Record<string, unknown>>;

export interface SettingChange {
  readonly id: number;
  readonly scope: SettingScope;
  /** What was changed, as a whole: `plan`, `work`, `behaviour:ride-along` … */
  readonly topic: string;
  readonly before: SettingValues;
  readonly after: SettingValues;
  readonly actorId: PersonId;
  readonly changedAt: Date;
  readonly undoneAt: Date | null;
}

export type NewSettingChange = Omit<SettingChange, 'id' | 'changedAt' | 'undoneAt'>;

/** @returns the new change's id */
export async function addSettingChange(store: Store, change: NewSettingChange, now: Date): Promise<number> {
  const { before, after, ...columns } = change;
  const row = await store.database
    .insertInto('settingChange')
    .values({
      workspaceId: store.workspaceId,
      ...columns,
      valuesBefore: JSON.stringify(before),
      valuesAfter: JSON.stringify(after),
      createdAt: now.toISOString(),
      undoneAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findSettingChange(store: Store, id: number): Promise<SettingChange | undefined> {
  const row = await selectChanges(store).where('id', '=', id).executeTakeFirst();
  return row && toChange(row);
}

/** The newest change of each topic of a scope, newest first. */
export async function newestChanges(store: Store, scope: SettingScope): Promise<SettingChange[]> {
  const rows = await selectChanges(store)
    .where('scope', '=', scope)
    .where('id', 'in', (inner) =>
      inner
        .selectFrom('settingChange')
        .select((select) => select.fn.max('id').as('id'))
        .where('workspaceId', '=', store.workspaceId)
        .where('scope', '=', scope)
        .groupBy('topic'),
    )
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toChange);
}

/** @returns true the first time only */
export async function markUndone(store: Store, id: number, now: Date): Promise<boolean> {
  const result = await store.database
    .updateTable('settingChange')
    .set({ undoneAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function selectChanges(store: Store) {
  return store.database.selectFrom('settingChange').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toChange(row: Selectable<SettingChangeTable>): SettingChange {
  return {
    id: row.id,
    scope: row.scope as SettingScope,
    topic: row.topic,
    before: JSON.parse(row.valuesBefore) as SettingValues,
    after: JSON.parse(row.valuesAfter) as SettingValues,
    actorId: row.actorId,
    changedAt: new Date(row.createdAt),
    undoneAt: row.undoneAt === null ? null : new Date(row.undoneAt),
  };
}
