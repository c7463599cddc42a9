import { shortNamesFor } from '../leading/short-names.ts';
import type { Store } from './db.ts';
import { everybody } from './people.ts';
import { currentLines } from './reporting-lines.ts';

/** How this reader is told of others, by their full names: `shortNamesFor`. */
export async function shortNamesForReader(store: Store, readerId: number): Promise<(name: string) => string> {
  const names = new Map((await everybody(store)).map(({ id, name }) => [id, name]));
  return shortNamesFor(readerId, await currentLines(store), (id) => names.get(id));
}
