/** Last days in the job that are to come: people stay until then. */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

export async function setLastDay(store: Store, personId: PersonId, lastDay: LocalDate | null): Promise<void> {
  await store.database
    .updateTable('person')
    .set({ lastDay })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', personId)
    .execute();
}

/** Whose last day is known, of those who haven't left; by id. */
export async function lastDays(store: Store, before?: LocalDate): Promise<Map<number, LocalDate>> {
  let query = store.database
    .selectFrom('person')
    .select(['id', sql<LocalDate>`last_day`.as('lastDay')])
    .where('workspaceId', '=', store.workspaceId)
    .where('lastDay', 'is not', null)
    .where('leftOn', 'is', null);
  if (before !== undefined) query = query.where('lastDay', '<', before);
  return new Map((await query.orderBy('id').execute()).map(({ id, lastDay }) => [id, lastDay]));
}
