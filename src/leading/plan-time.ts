/** When something weekly is due: pure, in the person's own zone. */
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { isWorkingDay, isWorkingTime } from '../time/working-calendar.ts';
import { fittingDay, nameOfWeek, placeInWeek, weekOf } from '../time/working-week.ts';
import { addDays, localDateOf, localTimeOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate, LocalTime, Weekday } from '../time/zoned.ts';
import type { Policy } from './policy.ts';

export interface WeeklyTime {
  readonly day: Weekday;
  readonly at: LocalTime;
}

/** One week's occurrence of something weekly. */
export interface Occurrence {
  /** The week's name: the Monday that it holds. There is one occurrence for each. */
  readonly week: LocalDate;
  /** The local day it belongs to: the day asked for, or the next working day of that week. */
  readonly on: LocalDate;
}

/**
 * The occurrence of this week of the person's own: on the day asked for or, if that is no working day, the next one that is. Undefined where the rest
 * of the week has none: then the week goes without.
 */
export function occurrenceOf(calendar: WorkingCalendar, time: WeeklyTime, today: LocalDate): Occurrence | undefined {
  const first = weekOf(calendar.days, today);
  for (let place = placeInWeek(calendar.days, time.day); place < 7; place += 1) {
    const on = addDays(first, place);
    if (isWorkingDay(calendar, on)) return { week: nameOfWeek(calendar.days, today), on };
  }
  return undefined;
}

/**
 * The occurrence that is due at an instant: from its day and time until the end of that week's working time, and only in working
 * time. So one that was missed is caught up once in its week, and never later.
 */
export function dueOccurrence(calendar: WorkingCalendar, time: WeeklyTime, now: Date): Occurrence | undefined {
  if (!isWorkingTime(calendar, now)) return undefined;
  const today = localDateOf(now, calendar.timeZone);
  const occurrence = occurrenceOf(calendar, time, today);
  if (occurrence === undefined || today < occurrence.on) return undefined;
  return today > occurrence.on || localTimeOf(now, calendar.timeZone) >= time.at ? occurrence : undefined;
}

/**
 * The plan that is due at an instant. Not for the rest of the last working day of somebody's week, where it would be passed over by the
 * next: a first plan or one that was missed waits. Where that day is the one they chose, it comes as they chose.
 */
export function planDue(calendar: WorkingCalendar, time: WeeklyTime, now: Date): Occurrence | undefined {
  const isTooLate = isTooLateForPlan(calendar, time, localDateOf(now, calendar.timeZone));
  return isTooLate ? undefined : dueOccurrence(calendar, time, now);
}

function isTooLateForPlan(calendar: WorkingCalendar, time: WeeklyTime, today: LocalDate): boolean {
  const end = addDays(weekOf(calendar.days, today), 7);
  for (let day = addDays(today, 1); day < end; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) return false;
  return weekdayOf(today) !== time.day;
}

/** When the plan comes to somebody who works on these days and at these hours: where they don't work at the time asked for, at one that fits. */
export function fittingPlanTime(
  time: WeeklyTime,
  { workingDays, workingFrom, workingUntil }: Pick<Policy, 'workingDays' | 'workingFrom' | 'workingUntil'>,
): WeeklyTime {
  return {
    day: fittingDay(workingDays, time.day),
    at: time.at < workingFrom || time.at >= workingUntil ? workingFrom : time.at,
  };
}

/**
 * Does what is urgent stand in the weekly plan today, so that there is no message between plans? So it is on the day of the plan:
 * while it is to come, and once it has come.
 * @param week.isPlanned has this week's plan been made?
 * @param week.plannedToday did a plan come today, or for today?
 */
export function isPlanDay(
  calendar: WorkingCalendar,
  time: WeeklyTime,
  now: Date,
  week: { readonly isPlanned: boolean; readonly plannedToday: boolean },
): boolean {
  if (week.plannedToday) return true;
  const today = localDateOf(now, calendar.timeZone);
  const occurrence = occurrenceOf(calendar, time, today);
  if (occurrence === undefined || week.isPlanned || isTooLateForPlan(calendar, time, today)) return false;
  return today === occurrence.on || dueOccurrence(calendar, time, now) !== undefined;
}
