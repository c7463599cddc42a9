import type { PersonId } from '../../behaviours/ids.ts';
import type { Store } from '../../store/db.ts';
import { findPerson } from '../../store/people.ts';
import { shortNameForReader } from '../../store/short-names.ts';

/** The name of somebody who has to do with the reader. */
export async function nameOf(store: Store, personId: PersonId): Promise<string> {
  return (await findPerson(store, personId))?.name ?? 'Somebody who left';
}

/** What the reader calls that person: the first name, with more of it where the reader knows somebody else by the same. */
export async function shortNameOf(store: Store, readerId: PersonId, personId: PersonId): Promise<string> {
  return shortNameForReader(store, readerId, await nameOf(store, personId));
}
