/** Where the week of somebody begins and ends, by the days on which they work. */
import { addDays, daysBetween, mondayOf, weekdayOf } from './zoned.ts';
import type { LocalDate, Weekday } from './zoned.ts';

const monday = 1;
const daysOfWeek = 7;

/**
 * The day on which a week of these working days begins. It is Monday for everybody who works from a Monday on and is through by
 * Sunday; where work runs on from Sunday to Monday, the first working day after the longest run of days off: Sunday for Sunday to
 * Thursday, Saturday for Saturday to Wednesday. Of runs of the same length the one nearest before a Monday counts.
 */
export function firstDayOfWeek(days: readonly Weekday[]): Weekday {
  const known = beginnings.get(days);
  if (known !== undefined) return known;
  const found = findFirstDay(days);
  beginnings.set(days, found);
  return found;
}
/** By the list itself: it is asked for each day that is looked at. */
const beginnings = new WeakMap<readonly Weekday[], Weekday>();

/** The first day of the week that `date` is in, as weeks go for somebody who works on these days. */
export function weekOf(days: readonly Weekday[], date: LocalDate): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstDayOfWeek(days) + daysOfWeek) % daysOfWeek));
}

/**
 * One name for the weeks of everybody, whatever day they begin on: the Monday that the week holds. So a week stays the same one when
 * somebody changes the days on which they work.
 */
export function nameOfWeek(days: readonly Weekday[], date: LocalDate): LocalDate {
  return mondayOf(addDays(weekOf(days, date), daysOfWeek - 1));
}

/** How many weeks of somebody who works on these days the week of `to` comes after that of `from`: 0 within one week. */
export function weeksBetween(days: readonly Weekday[], from: LocalDate, to: LocalDate): number {
  return daysBetween(weekOf(days, from), weekOf(days, to)) / daysOfWeek;
}

/** How many days after the first of the week this weekday comes. */
export function placeInWeek(days: readonly Weekday[], day: Weekday): number {
  return (day - firstDayOfWeek(days) + daysOfWeek) % daysOfWeek;
}

/** In the order of the week. */
function daysInOrder(days: readonly Weekday[]): Weekday[] {
  return days.toSorted((one, other) => placeInWeek(days, one) - placeInWeek(days, other));
}

/** The working day for what is wanted on a weekday: that day, the next working day of the week or, where none is left, its last. */
export function fittingDay(days: readonly Weekday[], wanted: Weekday): Weekday {
  const order = daysInOrder(days);
  const place = placeInWeek(days, wanted);
  return order.find((day) => placeInWeek(days, day) >= place) ?? order.at(-1) ?? wanted;
}

/**
 * The working day for what looks back on the week. Where the week begins on a Monday it is the one wanted, or the one that fits
 * instead; in any other week the wanted day may come at its beginning, and so it counts only in the second half: else it is the last day.
 */
export function lookingBackDay(days: readonly Weekday[], wanted: Weekday): Weekday {
  const order = daysInOrder(days);
  const at = order.indexOf(wanted);
  if (firstDayOfWeek(days) === monday) return fittingDay(days, wanted);
  return at >= 0 && at >= order.length / 2 ? wanted : (order.at(-1) ?? wanted);
}

function findFirstDay(days: readonly Weekday[]): Weekday {
  const works = (day: number) => days.includes((((day - 1 + daysOfWeek) % daysOfWeek) + 1) as Weekday);
  const runs = [...new Set(days)]
    .filter((day) => !works(day - 1))
    .map((day) => ({ day, length: lengthOfRunBefore(works, day) }));
  const longest = Math.max(0, ...runs.map(({ length }) => length));
  const candidates = runs.filter(({ length }) => length === longest);
  // A run before Monday, or one with Monday in it, ends the calendar's week and begins the next.
  const holdsEdge = candidates.some(({ day, length }) => day === monday || day - length <= monday);
  if (longest === 0 || holdsEdge) return monday;
  return candidates.map(({ day }) => day).toSorted((one, other) => other - one)[0] ?? monday;
}

function lengthOfRunBefore(works: (day: number) => boolean, day: number): number {
  let length = 0;
  while (length < daysOfWeek && !works(day - 1 - length)) length += 1;
  return length;
}
