/** The columns of what was said about a whole week. Conventions as in `tables.ts`. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Thinned } from '../leading/week-budget.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface FullWeekTables {
  thinnedWeek: ThinnedWeekTable;
  announcement: AnnouncementTable;
}

/** A week in which somebody is snowed under. Nobody else sees it. */
export interface ThinnedWeekTable {
  workspaceId: string;
  personId: PersonId;
  /** The week's name: the Monday that it holds. */
  week: LocalDate;
  choice: Thinned;
  chosenAt: string;
}

/** With whom a recap said that somebody's week begins. */
export interface AnnouncementTable {
  workspaceId: string;
  personId: PersonId;
  week: LocalDate;
  repId: PersonId;
  announcedAt: string;
}
