import { timeZoneOf } from '../leading/calendars.ts';
import type { Store } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import { loadWorkingTimes } from '../store/working-times.ts';
import type { Worker } from '../store/working-times.ts';
import { findWorkspace } from '../store/workspaces.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** The calendar day that it is for this person, in their zone or else the workspace's. */
export async function localDayOf(store: Store, person: Pick<Person, 'timeZone'>, now: Date): Promise<LocalDate> {
  const defaultZone = (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
  return localDateOf(now, timeZoneOf(person, defaultZone));
}

/** When this person works: their own hours and days, without holidays and days away. */
export async function workingCalendarOf(store: Store, person: Worker): Promise<WorkingCalendar> {
  return (await loadWorkingTimes(store, [person])).calendarOf(person);
}
