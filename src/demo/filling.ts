import type { Deal } from '../store/deals.ts';
import type { Store } from '../store/db.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { DemoDeal } from './deals.ts';
import { people } from './people.ts';
import type { DemoPerson } from './people.ts';
import type { Chance } from './random.ts';

/** What writing the demonstration needs at hand. */
export interface Filling {
  readonly store: Store;
  readonly now: Date;
  readonly chance: Chance;
  /** By handle. */
  readonly ids: ReadonlyMap<string, number>;
  /** The local day of a person, by handle. */
  readonly dayOf: (handle: string) => LocalDate;
  readonly deals: readonly DemoDeal[];
  /** By external id. */
  readonly stored: ReadonlyMap<string, Deal>;
}

/** @throws Error for a handle that nobody has */
export function personOf(handle: string): DemoPerson {
  const person = people.find((candidate) => candidate.handle === handle);
  if (person === undefined) throw new Error(`Nobody is called ${handle}`);
  return person;
}

/** A person's id in the database. @throws Error for a handle that nobody has */
export function idOf(ids: ReadonlyMap<string, number>, handle: string): number {
  const id = ids.get(handle);
  if (id === undefined) throw new Error(`Nobody is called ${handle}`);
  return id;
}
