import { isAbsent } from '../time/working-calendar.ts';
import type { Absence, WorkingCalendar } from '../time/working-calendar.ts';
import type { IsHoliday } from '../time/holidays.ts';
import { instantOf, isTimeZone } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { DateSpan, Policy } from './policy.ts';

/** What keeps a person from work, beside their weekends. */
export interface TimeOff {
  readonly isHoliday: IsHoliday;
  /** Their own days off. */
  readonly daysOff: readonly DateSpan[];
  /** They are out, as their status in Slack says. */
  readonly absence: Absence | undefined;
}

export const noTimeOff: TimeOff = { isHoliday: () => false, daysOff: [], absence: undefined };

/** A person's zone: their own if known, else the workspace's. */
export function timeZoneOf(person: { readonly timeZone: string | null }, defaultZone: string): string {
  return person.timeZone !== null && isTimeZone(person.timeZone) ? person.timeZone : defaultZone;
}

/** The country whose holidays a person has: their own if known, else the workspace's; ISO 3166-1 alpha-2. */
export function countryOf(
  person: { readonly country: string | null },
  policy: Pick<Policy, 'holidayCountry'>,
): string | null {
  return person.country ?? policy.holidayCountry;
}

/** When a person works, by the policy that holds for them, their zone and what keeps them away. */
export function calendarOf(
  person: { readonly timeZone: string | null },
  policy: Policy,
  defaultZone: string,
  timeOff: TimeOff = noTimeOff,
): WorkingCalendar {
  const { isHoliday, daysOff, absence } = timeOff;
  const timeZone = timeZoneOf(person, defaultZone);
  const { workingDays: days, workingFrom: from, workingUntil: until } = policy;
  /** From the first working minute to the last: who is back at noon works that day. */
  const isAwayAllDay = ({ since, until: back }: Absence, date: LocalDate) =>
    back !== null && since <= instantOf(date, from, timeZone) && back >= instantOf(date, until, timeZone);
  return {
    timeZone,
    days,
    from,
    until,
    isDayOff: (date) =>
      isHoliday(date) || isIn(daysOff, date) || (absence !== undefined && isAwayAllDay(absence, date)),
    ...(absence === undefined ? {} : { absence }),
  };
}

/** Is somebody away on this day, by their own account? A public holiday is no absence. */
export function isOut(timeOff: TimeOff, today: LocalDate, now: Date): boolean {
  return (timeOff.absence !== undefined && isAbsent({ absence: timeOff.absence }, now)) || isIn(timeOff.daysOff, today);
}

function isIn(spans: readonly DateSpan[], date: LocalDate): boolean {
  return spans.some((span) => span.from <= date && date <= span.until);
}
