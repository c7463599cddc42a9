/**
 * The one module that knows a library of holidays. It is loaded when the first country is asked for: that costs some 140 ms, which
 * nobody should wait for who never needs it.
 */
import type Holidays from 'date-holidays';
import { addDays } from './zoned.ts';
import type { LocalDate } from './zoned.ts';

/** Tells whether a calendar day is a holiday. */
export type IsHoliday = (date: LocalDate) => boolean;

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** In English. */
  readonly name: string;
}

/** An hour of the morning: a holiday that leaves it free begins at noon. */
const morning = 10;
const millisecondsPerHour = 3_600_000;
const noHolidays: IsHoliday = () => false;

const calendars = new Map<string, IsHoliday>();

/**
 * The public holidays of a country: those of the whole country, not of a state or region, and neither bank holidays nor
 * observances. A day counts where the holiday covers its morning: a free afternoon is none. Worked out once for a country and year.
 * @param country ISO 3166-1 alpha-2; one that nothing is known of has none
 */
export async function publicHolidaysOf(country: string): Promise<IsHoliday> {
  const code = country.toUpperCase();
  const known = calendars.get(code);
  if (known !== undefined) return known;
  const Library = await loadLibrary();
  const isKnown = Object.hasOwn(new Library().getCountries(), code);
  const calendar = isKnown ? calendarFrom(new Library(code, { types: ['public'] })) : noHolidays;
  calendars.set(code, calendar);
  return calendar;
}

/** The countries whose holidays are known, by name. */
export async function countriesWithHolidays(): Promise<readonly Country[]> {
  const Library = await loadLibrary();
  return Object.entries(new Library().getCountries('en'))
    .map(([code, name]) => ({ code, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}

async function loadLibrary(): Promise<typeof Holidays> {
  return (await import('date-holidays')).default;
}

function calendarFrom(library: Holidays): IsHoliday {
  const years = new Map<number, ReadonlySet<LocalDate>>();
  return (date) => {
    const year = Number(date.slice(0, 4));
    const days = years.get(year) ?? daysOf(library, year);
    years.set(year, days);
    return days.has(date);
  };
}

/** A holiday that begins in the year before may reach into this one. */
function daysOf(library: Holidays, year: number): Set<LocalDate> {
  return new Set([year - 1, year].flatMap((one) => library.getHolidays(one).flatMap(daysCovered)));
}

/** The days whose morning lies in the holiday. It says when it begins by the country's wall clock: `2026-12-25 00:00:00`. */
function daysCovered(holiday: { readonly date: string; readonly start: Date; readonly end: Date }): LocalDate[] {
  const firstDay = holiday.date.slice(0, 10);
  const from = Number(holiday.date.slice(11, 13));
  const until = from + Math.round((holiday.end.getTime() - holiday.start.getTime()) / millisecondsPerHour);
  const days: LocalDate[] = [];
  for (let day = 0; day * 24 + morning < until; day += 1)
    if (day * 24 + morning >= from) days.push(addDays(firstDay, day));
  return days;
}
