/** The columns of what says when to look at somebody. Conventions as in `tables.ts`. */
import type { DueJobName } from '../leading/due-times.ts';
import type { PersonId } from '../behaviours/ids.ts';

export interface DueTables {
  due: DueTable;
}

/** A row a person and job; none where nothing comes until something changes. */
export interface DueTable {
  workspaceId: string;
  personId: PersonId;
  /** `look`: something changed, so that the other rows of this person may be wrong. */
  job: DueJobName | 'look';
  dueAt: string;
}
