/** The columns of who was seen to have left. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';

export interface DepartureTables {
  departure: DepartureTable;
}

/** One time that somebody was seen to have left. */
export interface DepartureTable {
  id: Generated<number>;
  workspaceId: string;
  personId: number;
  leftOn: string;
  noticedAt: string;
  /** When they were seen to be here again; null while they aren't. */
  returnedAt: string | null;
}
