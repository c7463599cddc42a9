import type { PersonId } from '../behaviours/ids.ts';
import type { OwnSettings } from '../leading/policy.ts';
import type { Store } from './db.ts';

/** `workspace` for everybody, or one person's own. */
export type SettingScope = 'workspace' | `person:${number}`;

/** Every changed setting of a scope, by name. What isn't there has its default. */
export async function readSettings(store: Store, scope: SettingScope): Promise<Record<string, unknown>> {
  const rows = await selectSettings(store).where('scope', '=', scope).execute();
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

/** What people set for themselves, by person id; those who set nothing are left out. One query, for one person or for everybody. */
export async function readOwnSettings(
  store: Store,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<number, Partial<OwnSettings>>> {
  const [first, ...others] = personIds;
  if (first === undefined) return new Map();
  const settings = selectSettings(store);
  const rows = await (
    others.length === 0 ? settings.where('scope', '=', `person:${first}`) : settings.where('scope', 'like', 'person:%')
  ).execute();
  const own = new Map<number, Record<string, unknown>>();
  for (const { scope, name, value } of rows) {
    const personId = Number(scope.slice('person:'.length));
    own.set(personId, { ...own.get(personId), [name]: JSON.parse(value) as unknown });
  }
  return own;
}

export async function writeSetting(
  store: Store,
  scope: SettingScope,
  name: string,
  value: unknown,
  now: Date,
): Promise<void> {
  const set = { value: JSON.stringify(value), changedAt: now.toISOString() };
  await store.database
    .insertInto('setting')
    .values({ workspaceId: store.workspaceId, scope, name, ...set })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'scope', 'name']).doUpdateSet(set))
    .execute();
}

/** The default holds again. */
export async function clearSetting(store: Store, scope: SettingScope, name: string): Promise<void> {
  await store.database
    .deleteFrom('setting')
    .where('workspaceId', '=', store.workspaceId)
    .where('scope', '=', scope)
    .where('name', '=', name)
    .execute();
}

/** When a setting got its value; undefined where it has its default. */
export async function settingChangedAt(store: Store, scope: SettingScope, name: string): Promise<Date | undefined> {
  const row = await selectSettings(store).where('scope', '=', scope).where('name', '=', name).executeTakeFirst();
  return row && new Date(row.changedAt);
}

function selectSettings(store: Store) {
  return store.database.selectFrom('setting').selectAll().where('workspaceId', '=', store.workspaceId);
}
