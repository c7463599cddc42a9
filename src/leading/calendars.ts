import { isAbsent } from '../time/working-calendar.ts';
import type { Absence, WorkingCalendar } from '../time/working-calendar.ts';
import { countryOfPlace } from '../time/holidays.ts';
import type { IsHoliday, PlaceCode } from '../time/holidays.ts';
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

/** Where a person is, as far as it is on record. A region counts only within its country. */
export interface Whereabouts {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** ISO 3166-2, the country included. */
  readonly region: string | null;
}

/**
 * Where a person has their holidays: where they say themselves, else where the roster has them, else as the workspace has it for
 * everybody else.
 * @returns `DE`, `DE-BY`; null where nothing is known
 */
export function placeOf(
  person: Whereabouts,
  policy: Pick<Policy, 'holidayCountry' | 'holidayRegion'>,
  own: { readonly holidayPlace?: PlaceCode | null | undefined } = {},
): PlaceCode | null {
  const workspace = { country: policy.holidayCountry, region: policy.holidayRegion };
  return own.holidayPlace ?? placeFrom(person) ?? placeFrom(workspace);
}

function placeFrom({ country, region }: Whereabouts): PlaceCode | null {
  if (country === null) return null;
  return region !== null && countryOfPlace(region) === country ? region : country;
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
