/** The columns of absences without an end. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface OpenAbsenceTables {
  openAbsence: OpenAbsenceTable;
}

/** One for each person whose status in Slack says that they are out, and not until when. It goes when the status does. */
export interface OpenAbsenceTable {
  workspaceId: string;
  personId: PersonId;
  since: string;
  /** Four hex digits that tell one status from another; its words are not kept. */
  statusMark: string | null;
  /** The person said that they are back: this status doesn't count any more. */
  liftedAt: string | null;
  /** Local days on which they did something here while it lasted. */
  firstWorkedOn: LocalDate | null;
  lastWorkedOn: LocalDate | null;
  daysWorked: Generated<number>;
  /** When they were asked whether they are back. */
  askedAt: string | null;
}
