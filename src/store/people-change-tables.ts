/** The columns of changes that can be taken back. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';

export interface PeopleChangeTables {
  peopleChange: PeopleChangeTable;
  peopleChangeRow: PeopleChangeRowTable;
}

/** The deals that those people have, brought in by hand or by the feed. */
export const dealChangeKinds = ['deals', 'deals-feed'] as const;
export type DealsChangeKind = (typeof dealChangeKinds)[number];

/** Two people made one; somebody taken out; a roster brought in; deals. */
export type PeopleChangeKind = 'merge' | 'remove' | 'roster' | DealsChangeKind;

export interface PeopleChangeTable {
  id: Generated<number>;
  workspaceId: string;
  kind: PeopleChangeKind;
  /** Who stays, or who was taken out; null for a file that was brought in. These ids say what took place, and stay as they were written. */
  personId: PersonId | null;
  /** Who became the same. */
  goneId: number | null;
  madeAt: string;
  madeBy: number | null;
  undoneAt: string | null;
  undoneBy: number | null;
}

/** One row that was added, changed or dropped. No words of people stand in it. */
export interface PeopleChangeRowTable {
  id: Generated<number>;
  workspaceId: string;
  changeId: number;
  inTable: string;
  /** JSON: the columns that name the row, as they are after the change. */
  rowKey: string;
  /** JSON of the columns that changed, as they were; of all of them where the row was dropped; null where it was added. */
  before: string | null;
  /** The same, as they were left; null where the row was dropped. */
  after: string | null;
}
