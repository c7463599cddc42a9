/** What comes once a week. */
import { FieldError } from '../../errors.ts';
import type { LocalTime, Weekday } from '../../time/zoned.ts';
import type { WorkingWeek } from './topic.ts';

const weekdayNames = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** `Mondays`. */
export function nameOfWeekday(day: Weekday): string {
  return weekdayNames[day - 1] ?? '';
}

/**
 * Does something weekly come while people work?
 * @param fields the names of its day and time
 * @throws FieldError
 */
export function checkWeeklyTime(
  week: WorkingWeek,
  time: { readonly day: Weekday; readonly at: LocalTime },
  fields: { readonly day: string; readonly at: string },
): void {
  if (!week.workingDays.includes(time.day))
    throw new FieldError(fields.day, `${nameOfWeekday(time.day)} are no working days here. Choose one that is.`);
  if (time.at < week.workingFrom || time.at >= week.workingUntil)
    throw new FieldError(
      fields.at,
      `It comes only in working hours. Choose a time from ${week.workingFrom} to before ${week.workingUntil}.`,
    );
}
