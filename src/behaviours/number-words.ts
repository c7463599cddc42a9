/** Numbers and days as somebody would say them: `three working days ago`, `last Monday`. */
import { daysBetween, formatDate, mondayOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `one check-in`, `three check-ins`, `12 check-ins`, `no check-ins`. */
export function spelled(number: number, one: string, many = `${one}s`): string {
  return `${numerals[number] ?? number} ${number === 1 ? one : many}`;
}

/** At the beginning of a sentence. */
export function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** `today`, `yesterday`, `three days ago`; in working days `one working day ago`. */
export function ago(number: number, unit: 'day' | 'working day' = 'day'): string {
  if (number === 0) return 'today';
  return number === 1 && unit === 'day' ? 'yesterday' : `${spelled(number, unit)} ago`;
}

/** `once`, `twice`, `three times`. */
export function timesInWords(number: number): string {
  return number === 1 ? 'once' : number === 2 ? 'twice' : spelled(number, 'time');
}

/**
 * A day of the past with its date: `today`, `yesterday (Nov 22)`, `on Monday (Nov 16)` in this week, `last Monday (Nov 16)` in the one
 * before, else `on Oct 2`. Weeks begin on Monday.
 */
export function onPastDay(day: LocalDate, today: LocalDate): string {
  const days = daysBetween(day, today);
  const date = formatDate(day, today);
  if (days === 0) return 'today';
  if (days === 1) return `yesterday (${date})`;
  const weeks = daysBetween(mondayOf(day), mondayOf(today)) / 7;
  if (weeks !== 0 && weeks !== 1) return `on ${date}`;
  return `${weeks === 0 ? 'on' : 'last'} ${weekdays[weekdayOf(day) - 1] ?? ''} (${date})`;
}

/** `1 day`, `2 days`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `Priya`, `Priya and Sam`, `Priya, Sam and Lee`. */
export function list(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
