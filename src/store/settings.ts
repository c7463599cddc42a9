import type { PersonId } from '../behaviours/ids.ts';
import { decidesWhen } from '../leading/topics/index.ts';
import type { OwnSettings } from '../leading/policy.ts';
import { asOneValue, oneOfThoseTexts, writing } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { lookAgainAt, lookAgainAtEverybody } from './due.ts';

/** `workspace` for everybody, or one person's own. */
export type SettingScope = 'workspace' | `person:${number}`;

/** Every changed setting of a scope, by name. What isn't there has its default. */
export async function readSettings(store: Store, scope: SettingScope): Promise<Record<string, unknown>> {
  const rows = await settingsIn(store, { scope });
  return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

const settingsIn = prepared((database, { workspaceId, scope }: Given<{ readonly scope: string }>) =>
  database.selectFrom('setting').selectAll().where('workspaceId', '=', workspaceId).where('scope', '=', scope),
);

/** What people set for themselves, by person id; those who set nothing are left out. One query. */
export async function readOwnSettings(
  store: Store,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<number, Partial<OwnSettings>>> {
  if (personIds.length === 0) return new Map();
  const scopes = personIds.map((id) => `person:${id}` as const);
  const rows = await settingsOfThose(store, { scopes: asOneValue(scopes) });
  const own = new Map<number, Record<string, unknown>>();
  for (const { scope, name, value } of rows) {
    const personId = Number(scope.slice('person:'.length));
    own.set(personId, { ...own.get(personId), [name]: JSON.parse(value) as unknown });
  }
  return own;
}

const settingsOfThose = prepared((database, { workspaceId, scopes }: Given<{ readonly scopes: string }>) =>
  selectSettings({ database, workspaceId }).where('scope', 'in', oneOfThoseTexts<string>(scopes)),
);

export async function writeSetting(
  store: Store,
  scope: SettingScope,
  name: string,
  value: unknown,
  now: Date,
): Promise<void> {
  const set = { value: JSON.stringify(value), changedAt: now.toISOString() };
  await writing(store, async (tx) => {
    await tx.database
      .insertInto('setting')
      .values({ workspaceId: tx.workspaceId, scope, name, ...set })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'scope', 'name']).doUpdateSet(set))
      .execute();
    await lookAgain(tx, scope, name);
  });
}

/** The default holds again. */
export async function clearSetting(store: Store, scope: SettingScope, name: string): Promise<void> {
  await writing(store, async (tx) => {
    await tx.database
      .deleteFrom('setting')
      .where('workspaceId', '=', tx.workspaceId)
      .where('scope', '=', scope)
      .where('name', '=', name)
      .execute();
    await lookAgain(tx, scope, name);
  });
}

/** When a setting got its value; undefined where it has its default. */
export async function settingChangedAt(store: Store, scope: SettingScope, name: string): Promise<Date | undefined> {
  const row = await selectSettings(store).where('scope', '=', scope).where('name', '=', name).executeTakeFirst();
  return row && new Date(row.changedAt);
}

/** Whom it concerns when something comes. */
async function lookAgain(store: Store, scope: SettingScope, name: string): Promise<void> {
  if (scope !== 'workspace') {
    if (decidesWhen('own', name)) await lookAgainAt(store, Number(scope.slice('person:'.length)));
  } else if (decidesWhen('workspace', name)) await lookAgainAtEverybody(store);
}

function selectSettings(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database.selectFrom('setting').selectAll().where('workspaceId', '=', store.workspaceId);
}
