import { calendarOf, timeZoneOf } from '../leading/calendars.ts';
import type { Store } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import { readPolicy } from '../store/policy.ts';
import { findWorkspace } from '../store/workspaces.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** The calendar day that it is for this person, in their zone or else the workspace's. */
export async function localDayOf(store: Store, person: Pick<Person, 'timeZone'>, now: Date): Promise<LocalDate> {
  return localDateOf(now, timeZoneOf(person, await defaultZoneOf(store)));
}

/** When this person works, by the policy as it is. */
export async function workingCalendarOf(store: Store, person: Pick<Person, 'timeZone'>): Promise<WorkingCalendar> {
  return calendarOf(person, await readPolicy(store), await defaultZoneOf(store));
}

async function defaultZoneOf(store: Store): Promise<string> {
  return (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
}
