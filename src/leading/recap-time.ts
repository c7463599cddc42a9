/** When the monthly recap is due: pure, in the reader's own zone. */
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { firstWorkingDayFrom, isWorkingTime } from '../time/working-calendar.ts';
import { addDays, localDateOf, localTimeOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { WeeklyTime } from './plan-time.ts';

/** A recap that was missed is caught up for so many days after its day. */
const catchUpDays = 7;

/**
 * The month whose recap is due at an instant, `YYYY-MM`: the one before the reader's. It comes on the first such weekday of a month
 * or, if that is no working day, the next one that is; within the week after it, where it was missed; always in working time.
 */
export function monthDue(calendar: WorkingCalendar, time: WeeklyTime, now: Date): string | undefined {
  if (!isWorkingTime(calendar, now)) return undefined;
  const today = localDateOf(now, calendar.timeZone);
  const first = `${today.slice(0, 7)}-01`;
  const on = firstWorkingDayFrom(calendar, addDays(first, (time.day - weekdayOf(first) + 7) % 7));
  if (on === undefined || today < on || today > addDays(on, catchUpDays)) return undefined;
  if (today === on && localTimeOf(now, calendar.timeZone) < time.at) return undefined;
  return addDays(first, -1).slice(0, 7);
}

/** Both days included. */
export function daysOfMonth(month: string): { readonly from: LocalDate; readonly until: LocalDate } {
  const from = `${month}-01`;
  const next = `${addDays(from, 31).slice(0, 7)}-01`;
  return { from, until: addDays(next, -1) };
}
