/** The columns of who was seen to have left. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface DepartureTables {
  departure: DepartureTable;
}

/** One time that somebody was seen to have left. */
export interface DepartureTable {
  id: Generated<number>;
  workspaceId: string;
  personId: PersonId;
  leftOn: LocalDate;
  noticedAt: string;
  /** When they were seen to be here again; null while they aren't. */
  returnedAt: string | null;
}
