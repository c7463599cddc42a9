/** Settings by name, wherever they are kept: the workspace's time zone stands in its own row. */
import type { Store } from './db.ts';
import type { SettingValues } from './setting-changes.ts';
import { clearSetting, readSettings, writeSetting } from './settings.ts';
import type { SettingScope } from './settings.ts';
import { changeDefaultTimeZone, findWorkspace } from './workspaces.ts';

const zoneName = 'defaultTimeZone';

/** Null for a setting that has its default. */
export async function readSettingValues(
  store: Store,
  scope: SettingScope,
  names: readonly string[],
): Promise<SettingValues> {
  const stored = await readSettings(store, scope);
  const zone = scope === 'workspace' ? (await findWorkspace(store))?.defaultTimeZone : undefined;
  return Object.fromEntries(names.map((name) => [name, (name === zoneName ? zone : stored[name]) ?? null]));
}

/** Null gives a setting its default again. */
export async function writeSettingValues(
  store: Store,
  scope: SettingScope,
  values: SettingValues,
  now: Date,
): Promise<void> {
  for (const [name, value] of Object.entries(values))
    if (name === zoneName && scope === 'workspace' && typeof value === 'string')
      await changeDefaultTimeZone(store, value);
    else if (value === null) await clearSetting(store, scope, name);
    else await writeSetting(store, scope, name, value, now);
}
