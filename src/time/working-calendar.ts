import { addDays, beginningsOf, localDateOf, localTimeOf, weekdayOf } from './zoned.ts';
import type { LocalDate, LocalTime, Weekday } from './zoned.ts';

/** When one person works. Nudges reach them only then. */
export interface WorkingCalendar {
  /** IANA zone of the person. */
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  /** First working minute of a day, in the person's zone. */
  readonly from: LocalTime;
  /** First minute after work, in the person's zone. */
  readonly until: LocalTime;
  /** Holidays, vacation and the like. */
  isDayOff(date: LocalDate): boolean;
  /** The person is out, or will be back: nothing reaches them meanwhile. */
  readonly absence?: Absence;
}

/** A time away that was not planned by the day. */
export interface Absence {
  readonly since: Date;
  /** Null where nobody knows yet. */
  readonly until: Date | null;
}

/** Further than this no working day is looked for or counted: a person who is away longer gets none. */
const furthestDays = 400;

export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return calendar.days.includes(weekdayOf(date)) && !calendar.isDayOff(date);
}

/** Is the person out at this instant, whatever day it is? */
export function isAbsent({ absence }: Pick<WorkingCalendar, 'absence'>, instant: Date): boolean {
  return absence !== undefined && instant >= absence.since && (absence.until === null || instant < absence.until);
}

/** True in the person's working hours on one of their working days, unless they are out. */
export function isWorkingTime(calendar: WorkingCalendar, instant: Date): boolean {
  if (isAbsent(calendar, instant)) return false;
  const time = localTimeOf(instant, calendar.timeZone);
  return (
    time >= calendar.from && time < calendar.until && isWorkingDay(calendar, localDateOf(instant, calendar.timeZone))
  );
}

/** Working days after `from`, up to and including `to`, of the last 400 days; 0 if `to` isn't later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  const earliest = addDays(to, -furthestDays);
  let count = 0;
  for (let date = addDays(from < earliest ? earliest : from, 1); date <= to; date = addDays(date, 1))
    if (isWorkingDay(calendar, date)) count += 1;
  return count;
}

/** The day that is `count` working days after `date`. */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  let day = date;
  let left = count;
  for (let step = 0; left > 0 && step < furthestDays; step += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The first working day on or after `date`; undefined if none comes within 400 days. */
export function firstWorkingDayFrom(calendar: WorkingCalendar, date: LocalDate): LocalDate | undefined {
  for (let step = 0; step < furthestDays; step += 1) {
    const day = addDays(date, step);
    if (isWorkingDay(calendar, day)) return day;
  }
  return undefined;
}

/**
 * The first instant at or after `instant` that is working time; undefined if none comes within 400 days, or nobody knows when the
 * person is back.
 */
export function nextWorkingInstant(calendar: WorkingCalendar, instant: Date): Date | undefined {
  const { absence, timeZone } = calendar;
  if (absence !== undefined && isAbsent(calendar, instant))
    return absence.until === null ? undefined : nextWorkingInstant(calendar, absence.until);
  if (isWorkingTime(calendar, instant)) return instant;
  const today = localDateOf(instant, timeZone);
  for (let ahead = 0; ahead < furthestDays; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isWorkingDay(calendar, day)) continue;
    for (const begins of beginningsOf(day, calendar.from, timeZone)) {
      if (begins <= instant) continue;
      if (isAbsent(calendar, begins)) return nextWorkingInstant(calendar, begins);
      if (isWorkingTime(calendar, begins)) return begins;
    }
  }
  return undefined;
}
