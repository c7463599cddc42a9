import type { Store } from './db.ts';
import { findPeople } from './people.ts';
import type { Person } from './people.ts';

/** The admins who can be written to, by id. */
export async function adminsWithAccount(store: Store): Promise<Person[]> {
  const rows = await store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('isAdmin', '=', 1)
    .where('leftOn', 'is', null)
    .where('slackUserId', 'is not', null)
    .execute();
  return findPeople(
    store,
    rows.map(({ id }) => id),
  );
}
