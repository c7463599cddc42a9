import type { Store } from './db.ts';

/** `workspace` for everybody, or one person's own. */
export type SettingScope = 'workspace' | `person:${number}`;

/** Every changed setting of a scope, by name. What isn't there has its default. */
export async function readSettings(store: Store, scope: SettingScope): Promise<Record<string, unknown>> {
  const rows = await store.database
    .selectFrom('setting')
    .select(['name', 'value'])
    .where('workspaceId', '=', store.workspaceId)
    .where('scope', '=', scope)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
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
