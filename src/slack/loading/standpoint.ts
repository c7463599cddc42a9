import type { PersonId } from '../../behaviours/ids.ts';
import { managerOf, rolesOf } from '../../leading/roles.ts';
import type { Store } from '../../store/db.ts';
import { findPerson } from '../../store/people.ts';
import { linesNear } from '../../store/lines-near.ts';
import type { Standpoint } from '../views/home/standpoint.ts';

/** What the person is to others now, from the reporting lines. */
export async function standpointOf(store: Store, personId: PersonId): Promise<Standpoint> {
  const lines = await linesNear(store, [personId]);
  const isAdmin = (await findPerson(store, personId))?.isAdmin === true;
  return { ...rolesOf(personId, lines), hasManager: managerOf(personId, lines) !== undefined, isAdmin };
}
