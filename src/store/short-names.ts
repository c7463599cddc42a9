import type { PersonId } from '../behaviours/ids.ts';
import { linesNear } from './lines-near.ts';
import { circlesOf, shortNamesFor } from '../leading/short-names.ts';
import type { Store } from './db.ts';
import { findPeople } from './people.ts';

/** How this reader is told of others, by their full names: `shortNamesFor`. */
export async function shortNamesForReader(store: Store, readerId: PersonId): Promise<(name: string) => string> {
  const lines = await linesNear(store, [readerId]);
  const people = await findPeople(store, [...new Set(circlesOf(readerId, lines).flat())]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return shortNamesFor(readerId, lines, (id) => names.get(id));
}
