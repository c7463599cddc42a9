import { addDays, instantOf, mondayOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

const daysInWorkingWeek = 5;

/** The day so many calendar days before `today`, or the Friday before it where that is a weekend. */
export function workdayBefore(today: LocalDate, days: number): LocalDate {
  const day = addDays(today, -days);
  return addDays(day, -Math.max(0, weekdayOf(day) - daysInWorkingWeek));
}

/** The day so many calendar days after `today`, or the Monday after it where that is a weekend. */
export function workdayAfter(today: LocalDate, days: number): LocalDate {
  const day = addDays(today, days);
  const weekday = weekdayOf(day);
  return weekday > daysInWorkingWeek ? addDays(day, 8 - weekday) : day;
}

/** The instant of a wall clock in a zone, but never after `now`. */
export function instantUpTo(now: Date, date: LocalDate, time: string, timeZone: string): Date {
  const instant = instantOf(date, time, timeZone);
  return instant > now ? now : instant;
}

/**
 * The working day so many calendar days before `today`; a week earlier where it falls into a vacation.
 * @param vacation so many weeks before this one; undefined for none
 */
export function dayAtWork(today: LocalDate, days: number, vacation: number | undefined): LocalDate {
  const day = workdayBefore(today, days);
  if (vacation === undefined || mondayOf(day) !== addDays(mondayOf(today), -7 * vacation)) return day;
  return workdayBefore(today, days + 7);
}

/** The day so many working days before `today`; 0 is today, or the Friday before it. */
export function workingDaysBack(today: LocalDate, count: number): LocalDate {
  let day = workdayBefore(today, 0);
  for (let left = count; left > 0; left -= 1) day = workdayBefore(day, 1);
  return day;
}
