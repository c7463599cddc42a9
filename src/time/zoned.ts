/**
 * The one module that reads wall clocks. Calendar arithmetic is done on local dates in UTC; a wall clock becomes an instant only at
 * the end. The zone and the clock of the machine play no part in it.
 */

/**
 * A calendar day without a zone, `YYYY-MM-DD`. Text of unknown origin is none: `isLocalDate` tells, `localDate` throws, and the functions
 * here make them of each other.
 */
export type LocalDate = `${number}-${number}-${number}`;
/** Before any other day. */
export const longAgo: LocalDate = '0001-01-01';

/** A wall-clock time, `HH:mm`, 24 hours. */
export type LocalTime = string;
/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const millisecondsPerMinute = 60_000;
const millisecondsPerDay = 86_400_000;
/** 5 January 1970. */
const someMonday = 4 * millisecondsPerDay;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** True for an existing calendar day written `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!looksLikeADay(text)) return false;
  const milliseconds = utcMilliseconds(text);
  return !Number.isNaN(milliseconds) && fromMilliseconds(milliseconds) === text;
}

function looksLikeADay(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/**
 * The day that is written there.
 * @throws Error where that is none
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`No calendar day: ${text}`);
  return text;
}

/** True for a time zone that this runtime knows by its IANA name. */
export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  try {
    const isKnown = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
    if (isKnown) knownZones.add(name);
    return isKnown;
  } catch {
    return false;
  }
}
const knownZones = new Set<string>();

const wallClocks = new Map<string, string>();
const mostWallClocks = 20_000;

/** The wall clock `YYYY-MM-DDTHH:mm` of an instant in a zone. Cached per zone and minute. @throws RangeError for a zone that isn't known */
export function wallClockOf(instant: Date, timeZone: string): string {
  const minute = Math.floor(instant.getTime() / millisecondsPerMinute);
  const key = `${timeZone}|${minute}`;
  const known = wallClocks.get(key);
  if (known !== undefined) return known;
  if (wallClocks.size >= mostWallClocks) wallClocks.clear();
  const wallClock = readClock(minute * millisecondsPerMinute, timeZone);
  wallClocks.set(key, wallClock);
  return wallClock;
}

function readClock(milliseconds: number, timeZone: string): string {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(milliseconds)) shown[type] = value;
  const { year = '', month = '', day = '', hour = '', minute = '' } = shown;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
/** By zone: to make one costs a hundred times what it costs to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's wall clock is ahead of UTC at an instant. */
function millisecondsAhead(instant: number, timeZone: string): number {
  const minute = Math.floor(instant / millisecondsPerMinute) * millisecondsPerMinute;
  return Date.parse(`${wallClockOf(new Date(minute), timeZone)}:00Z`) - minute;
}

/** The calendar day that an instant falls on in a zone. */
export function localDateOf(instant: Date, timeZone: string): LocalDate {
  return wallClockOf(instant, timeZone).slice(0, 10) as LocalDate;
}

/** The calendar day that an instant falls on in UTC, as it is stored. */
export function utcDateOf(instant: Date): LocalDate {
  return instant.toISOString().slice(0, 10) as LocalDate;
}

/** A day as it would be written; whether there is one, `isLocalDate` tells. */
export function dayNamed(year: string | number, month: string | number, day: string | number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}

/** The first day of the month that a day is in, or of one written `YYYY-MM`. */
export function firstOfMonth(dayOrMonth: string): LocalDate {
  return localDate(`${dayOrMonth.slice(0, 7)}-01`);
}

/** The wall-clock time `HH:mm` of an instant in a zone. */
export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  return wallClockOf(instant, timeZone).slice(11);
}

/**
 * The instant at which a zone's wall clock shows `date` `time`. A time skipped in spring gives the instant after the gap; of a
 * time that comes twice in autumn, the first.
 */
export function instantOf(date: LocalDate, time: LocalTime, timeZone: string): Date {
  const wallClock = `${date}T${time}`;
  const key = `${timeZone}|${wallClock}`;
  const known = instants.get(key) ?? instantShowing(wallClock, timeZone);
  if (instants.size >= mostWallClocks) instants.clear();
  instants.set(key, known);
  return new Date(known);
}
/** By zone and wall clock: everybody in a zone begins to work at the same few instants. */
const instants = new Map<string, number>();

/** No zone changes its clocks twice within two days. */
function instantShowing(wallClock: string, timeZone: string): number {
  const shown = Date.parse(`${wallClock}:00Z`);
  const [before, after] = [-millisecondsPerDay, millisecondsPerDay].map((days) =>
    millisecondsAhead(shown + days, timeZone),
  ) as [number, number];
  const [earlier, later] = [shown - before, shown - after];
  const isAfterChange = millisecondsAhead(earlier, timeZone) !== before && millisecondsAhead(later, timeZone) === after;
  return isAfterChange ? later : earlier;
}

/**
 * The instants of a day at which its wall clock may come to show `time` or a later one, in their order. On most days that is one. On a
 * day on which clocks change, a time may be skipped, or come twice: so it is when they change, and whenever they show the time.
 */
export function beginningsOf(date: LocalDate, time: LocalTime, timeZone: string): Date[] {
  const change = clockChangeOn(date, timeZone);
  if (change === undefined) return [instantOf(date, time, timeZone)];
  const shown = Date.parse(`${date}T${time}:00Z`);
  const earlier = shown - millisecondsAhead(change - millisecondsPerMinute, timeZone);
  const later = shown - millisecondsAhead(change, timeZone);
  const found = [...(earlier < change ? [earlier] : []), change, ...(later > change ? [later] : [])];
  return found.map((milliseconds) => new Date(milliseconds));
}

/** The instant on a day, its midnight included, at which a zone's clocks change. */
function clockChangeOn(date: LocalDate, timeZone: string): number | undefined {
  const midnights = [date, addDays(date, 1)].map((day) => instantOf(day, '00:00', timeZone).getTime());
  let [before, after] = midnights.map((at) => at - millisecondsPerMinute) as [number, number];
  const ahead = millisecondsAhead(before, timeZone);
  if (millisecondsAhead(after, timeZone) === ahead) return undefined;
  while (after - before > millisecondsPerMinute) {
    const middle = Math.floor((before + after) / 2 / millisecondsPerMinute) * millisecondsPerMinute;
    if (millisecondsAhead(middle, timeZone) === ahead) before = middle;
    else after = middle;
  }
  return after;
}

/** The day `days` after `date` (before it, if negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromMilliseconds(utcMilliseconds(date) + days * millisecondsPerDay);
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMilliseconds(to) - utcMilliseconds(from)) / millisecondsPerDay);
}

export function weekdayOf(date: LocalDate): Weekday {
  const daysSinceAMonday = Math.round((utcMilliseconds(date) - someMonday) / millisecondsPerDay);
  return ((((daysSinceAMonday % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the week that `date` is in. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** `Oct 12`, with the year where it isn't the year of `today`: `Oct 12, 2025`. As Americans write it. */
export function formatDate(date: LocalDate, today?: LocalDate): string {
  const short = `${monthNames[Number(date.slice(5, 7)) - 1] ?? ''} ${Number(date.slice(8))}`;
  return today !== undefined && today.slice(0, 4) !== date.slice(0, 4) ? `${short}, ${date.slice(0, 4)}` : short;
}

/** `Mon, Oct 12`. */
export function formatDay(date: LocalDate, today?: LocalDate): string {
  return `${weekdayNames[weekdayOf(date) - 1] ?? ''}, ${formatDate(date, today)}`;
}

/** `9:00 AM` for `09:00`. */
export function formatTime(time: LocalTime): string {
  const hour = Number(time.slice(0, 2));
  return `${((hour + 11) % 12) + 1}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `Mon, Oct 12, 9:00 AM` by the wall clock of the zone. */
export function formatInstant(instant: Date, timeZone: string): string {
  return `${formatDay(localDateOf(instant, timeZone))}, ${formatTime(localTimeOf(instant, timeZone))}`;
}

const millisecondsOfDates = new Map<LocalDate, number>();
const datesOfMilliseconds = new Map<number, LocalDate>();
const mostDates = 20_000;

/** Cached: rules count days one by one, and reading a date as text costs most of that. */
function utcMilliseconds(date: LocalDate): number {
  const known = millisecondsOfDates.get(date);
  if (known !== undefined) return known;
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (millisecondsOfDates.size >= mostDates) millisecondsOfDates.clear();
  millisecondsOfDates.set(date, milliseconds);
  return milliseconds;
}

function fromMilliseconds(milliseconds: number): LocalDate {
  const known = datesOfMilliseconds.get(milliseconds);
  if (known !== undefined) return known;
  const date = utcDateOf(new Date(milliseconds));
  if (datesOfMilliseconds.size >= mostDates) datesOfMilliseconds.clear();
  datesOfMilliseconds.set(milliseconds, date);
  return date;
}
