/** When recaps are due: pure, in the reader's own zone. */
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { firstWorkingDayFrom, isWorkingDay, isWorkingTime } from '../time/working-calendar.ts';
import { lookingBackDay, nameOfWeek, placeInWeek, weekOf } from '../time/working-week.ts';
import { addDays, firstOfMonth, localDateOf, localTimeOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { occurrenceOf } from './plan-time.ts';
import type { Occurrence, WeeklyTime } from './plan-time.ts';
import type { Policy } from './policy.ts';

/** A recap that was missed is caught up for so many days after its day. */
const catchUpDays = 7;

/**
 * This week's day of a weekly recap: the one asked for, the next working day of the week or, where it has none, the last before it.
 * Undefined for a week without work.
 */
export function weeklyRecapDay(calendar: WorkingCalendar, time: WeeklyTime, today: LocalDate): Occurrence | undefined {
  const onTime = occurrenceOf(calendar, time, today);
  if (onTime !== undefined) return onTime;
  const first = weekOf(calendar.days, today);
  for (let place = placeInWeek(calendar.days, time.day) - 1; place >= 0; place -= 1) {
    const on = addDays(first, place);
    if (isWorkingDay(calendar, on)) return { week: nameOfWeek(calendar.days, today), on };
  }
  return undefined;
}

/** The weekly recap that is due at an instant: from its day and time until the end of that week's work, and only in working time. */
export function weeklyRecapDue(calendar: WorkingCalendar, time: WeeklyTime, now: Date): Occurrence | undefined {
  if (!isWorkingTime(calendar, now)) return undefined;
  const today = localDateOf(now, calendar.timeZone);
  const recap = weeklyRecapDay(calendar, time, today);
  if (recap === undefined || today < recap.on) return undefined;
  return today > recap.on || localTimeOf(now, calendar.timeZone) >= time.at ? recap : undefined;
}

/**
 * The month whose recap is due at an instant, `YYYY-MM`: the one before the reader's. It comes on the first such weekday of a month
 * or, if that is no working day, the next one that is; within the week after it, where it was missed; always in working time.
 */
export function monthDue(calendar: WorkingCalendar, time: WeeklyTime, now: Date): string | undefined {
  if (!isWorkingTime(calendar, now)) return undefined;
  const today = localDateOf(now, calendar.timeZone);
  const first = firstOfMonth(today);
  const on = firstWorkingDayFrom(calendar, addDays(first, (time.day - weekdayOf(first) + 7) % 7));
  if (on === undefined || today < on || today > addDays(on, catchUpDays)) return undefined;
  if (today === on && localTimeOf(now, calendar.timeZone) < time.at) return undefined;
  return addDays(first, -1).slice(0, 7);
}

/**
 * When recaps come to somebody: as the workspace has it or, where they don't work then, on a day of theirs that fits, the last of their
 * week at most, or in the last hour of their work.
 */
export function recapTime({ digestDay, digestAt, workingDays, workingFrom, workingUntil }: Policy): WeeklyTime {
  const hourBefore = `${String(Number(workingUntil.slice(0, 2)) - 1).padStart(2, '0')}${workingUntil.slice(2)}`;
  const isAtWork = digestAt >= workingFrom && digestAt < workingUntil;
  return {
    day: lookingBackDay(workingDays, digestDay),
    at: isAtWork ? digestAt : hourBefore < workingFrom || hourBefore.startsWith('-') ? workingFrom : hourBefore,
  };
}

/** Both days included. */
export function daysOfMonth(month: string): { readonly from: LocalDate; readonly until: LocalDate } {
  const from = firstOfMonth(month);
  const next = firstOfMonth(addDays(from, 31));
  return { from, until: addDays(next, -1) };
}
