/** Who is on record because a roster says so. */
import type { Store } from './db.ts';

/** People of earlier rosters who haven't left, by id. */
export async function rosterPeople(store: Store): Promise<Set<number>> {
  const rows = await store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('leftOn', 'is', null)
    .where('id', 'in', (query) =>
      query
        .selectFrom('knownAs')
        .select('personId')
        .where('workspaceId', '=', store.workspaceId)
        .where('source', '=', 'roster'),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whose line of now is the roster's word: the person's id. */
export async function linedByRoster(store: Store): Promise<Set<number>> {
  const rows = await store.database
    .selectFrom('reportingLine')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('endedOn', 'is', null)
    .where('source', '=', 'roster')
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}
