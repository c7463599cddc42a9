import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import { findSettingChange, markUndone, newestChanges } from '../store/setting-changes.ts';
import type { SettingChange } from '../store/setting-changes.ts';
import { readSettingValues, writeSettingValues } from '../store/setting-values.ts';
import { auditChange, ownScope, requireRight } from './record-settings.ts';

/**
 * Takes a change back: what was before holds again. Once, and while nothing newer was changed there.
 * @throws UserError if that is no longer possible, or not the acting person's to do
 */
export async function undoSettings(context: Context, acting: Person, changeId: number): Promise<SettingChange> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    const change = await findSettingChange(store, changeId);
    if (change === undefined || (change.scope !== 'workspace' && change.scope !== ownScope(acting)))
      throw new UserError('That isn’t yours to undo, so nothing changed.');
    await requireRight(store, acting, change.scope);
    const newest = (await newestChanges(store, change.scope)).find(({ topic }) => topic === change.topic);
    if (newest?.id !== change.id || (change.undoneAt === null && !(await stillHolds(store, change))))
      throw new UserError('It changed again since then, so it stays as is. See `/firstline settings`.');
    if (!(await markUndone(store, change.id, now)))
      throw new UserError('That was already undone. See `/firstline settings`.');
    await writeSettingValues(store, change.scope, change.before, now);
    await auditChange(store, acting, 'setting.undone', change, now);
    return { ...change, undoneAt: now };
  });
}

/** False where it was set otherwise meanwhile without the settings: by a button on a message, say. */
async function stillHolds(store: Store, { scope, after }: SettingChange): Promise<boolean> {
  return isDeepStrictEqual(await readSettingValues(store, scope, Object.keys(after)), after);
}
