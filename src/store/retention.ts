import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

/**
 * Erases the words of entries that are about a day before `before`. That it took place, when and how long, stays.
 * @returns how many entries lost their words
 */
export async function eraseTexts(store: Store, before: LocalDate): Promise<number> {
  const result = await store.database
    .updateTable('interaction')
    .set({ texts: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('happenedOn', '<', before)
    .where('texts', 'is not', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
