import type { Store } from '../store/db.ts';
import { findPerson } from '../store/people.ts';

/** The name of somebody who has to do with the reader. */
export async function nameOf(store: Store, personId: number): Promise<string> {
  return (await findPerson(store, personId))?.name ?? 'Somebody who left';
}
