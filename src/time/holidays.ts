/**
 * The one module that knows a library of holidays. It is loaded when the first country is asked for: that costs some 140 ms, which
 * nobody should wait for who never needs it.
 */
import type Holidays from 'date-holidays';
import { addDays, localDate } from './zoned.ts';
import type { LocalDate } from './zoned.ts';

/** Tells whether a calendar day is a holiday. */
export type IsHoliday = (date: LocalDate) => boolean;

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** In English. */
  readonly name: string;
}

/** A state or the like that has holidays of its own. */
export interface Region {
  /** ISO 3166-2, the country included: `DE-BY`. */
  readonly code: string;
  /** As it is called there, or in English. */
  readonly name: string;
}

/** Where somebody has their holidays: a country, `DE`, or a region of one, `DE-BY`. */
export type PlaceCode = string;

/** An hour of the morning: a holiday that leaves it free begins at noon. */
const morning = 10;
const millisecondsPerHour = 3_600_000;
const noHolidays: IsHoliday = () => false;

const calendars = new Map<string, IsHoliday>();

/**
 * The public holidays of a place: those of the whole country and, where a region is named, of that region, and neither bank holidays
 * nor observances. A day counts where the holiday covers its morning: a free afternoon is none. Worked out once for a place and year.
 * @param place a country that nothing is known of has none; of a region that isn't known, those of its country hold
 */
export async function publicHolidaysOf(place: PlaceCode): Promise<IsHoliday> {
  const code = place.toUpperCase();
  const known = calendars.get(code);
  if (known !== undefined) return known;
  const Library = await loadLibrary();
  const country = countryOfPlace(code);
  const isKnown = Object.hasOwn(new Library().getCountries(), country);
  const region = (await regionsOf(country)).find((one) => one.code === code);
  const options = { types: ['public' as const] };
  const found =
    region === undefined
      ? new Library(country, options)
      : new Library(country, code.slice(country.length + 1), options);
  const calendar = isKnown ? calendarFrom(found) : noHolidays;
  calendars.set(code, calendar);
  return calendar;
}

/** The country of a place: `DE` of `DE-BY`. */
export function countryOfPlace(place: PlaceCode): string {
  return place.split('-', 1)[0] ?? place;
}

/** The regions of a country that have holidays of their own, by name; none for most countries. */
export async function regionsOf(country: string): Promise<readonly Region[]> {
  const known = regions.get(country);
  if (known !== undefined) return known;
  const Library = await loadLibrary();
  const found = statesOf(new Library(), country)
    .map(([state, name]) => ({ code: `${country}-${state}`, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  regions.set(country, found);
  return found;
}
const regions = new Map<string, readonly Region[]>();

/** A region of a country by its code, `DE-BY` or `BY`, or by a name that it has there or in English; undefined for any other. */
export async function findRegion(country: string, text: string): Promise<Region | undefined> {
  const wanted = comparable(text);
  const library = new (await loadLibrary())();
  const english = new Map(statesOf(library, country, 'en'));
  return (await regionsOf(country)).find(({ code, name }) => {
    const state = code.slice(country.length + 1);
    const names = [code, state, name, english.get(state) ?? '', ...(otherNames[code] ?? [])];
    return wanted !== '' && names.some((one) => comparable(one) === wanted);
  });
}

/** A place as somebody writes it, `DE`, `de-by`, by its code; undefined for one that isn't known. */
export async function knownPlace(text: string): Promise<PlaceCode | undefined> {
  const code = text.trim().toUpperCase().replaceAll('_', '-');
  const country = countryOfPlace(code);
  const Library = await loadLibrary();
  if (!Object.hasOwn(new Library().getCountries(), country)) return undefined;
  if (code === country) return country;
  return (await regionsOf(country)).find((one) => one.code === code)?.code;
}

/** Says what is wrong with such a place. */
export function unknownPlace(text: string): string {
  return `“${text}” is no country or region whose holidays are known. Write a country like DE, or a state in it like DE-BY or US-TX.`;
}

/** `Bayern, Germany`, with the region where there is one. */
export async function nameOfPlace(place: PlaceCode): Promise<string> {
  const country = countryOfPlace(place);
  const region = (await regionsOf(country)).find(({ code }) => code === place);
  const ofCountry = (await countriesWithHolidays()).find(({ code }) => code === country)?.name ?? country;
  return region === undefined ? ofCountry : `${region.name}, ${ofCountry}`;
}

/** English names of which the library knows only those that are used there. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  'DE-BY': ['Bavaria'],
  'DE-HB': ['Bremen'],
  'DE-HE': ['Hesse'],
  'DE-HH': ['Hamburg'],
  'DE-NI': ['Lower Saxony'],
  'DE-NW': ['North Rhine-Westphalia', 'NRW'],
  'DE-RP': ['Rhineland-Palatinate'],
  'DE-SN': ['Saxony'],
  'DE-ST': ['Saxony-Anhalt'],
  'DE-TH': ['Thuringia'],
};

function statesOf(library: Holidays, country: string, language?: string): [string, string][] {
  // The library has undefined for a country without any, whatever its types say.
  return Object.entries((library.getStates(country, language) ?? {}) as Record<string, string>).filter(([state]) =>
    /^[A-Z0-9]{1,3}$/u.test(state),
  );
}

function comparable(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
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
  const firstDay = localDate(holiday.date.slice(0, 10));
  const from = Number(holiday.date.slice(11, 13));
  const until = from + Math.round((holiday.end.getTime() - holiday.start.getTime()) / millisecondsPerHour);
  const days: LocalDate[] = [];
  for (let day = 0; day * 24 + morning < until; day += 1)
    if (day * 24 + morning >= from) days.push(addDays(firstDay, day));
  return days;
}
