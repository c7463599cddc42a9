import { UserError } from '../../errors.ts';
import { isLocalDate } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A file names the same days again and again. */
const checkedDays = new Set<LocalDate>();
const mostCheckedDays = 50_000;

/** Which of two numbers before a year is the day. */
export type DateOrder = 'day-first' | 'month-first';
/** What is known of a column, by its field and the separator of its days. */
export type DateOrders = ReadonlyMap<string, DateOrder>;

/**
 * A calendar day as people and programs write it: 2026-11-23 (a time after it is left out), 2026/11/23, 20261123, 23 Nov 2026,
 * Nov 23, 2026, and 23/11/2026 or 11/23/2026 where only one reading is a day.
 * @param orders what the other rows say of how the column is written
 * @returns null for a blank cell
 * @throws UserError for a day that doesn't exist, or that could be two days: 03/04/2026 is never guessed
 */
export function readDate(text: string, field: string, orders?: DateOrders): LocalDate | null {
  if (text === '') return null;
  if (checkedDays.has(text)) return text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isKnownDay(text)) return text;
  const order = orders === undefined ? undefined : orders.get(`${field}${splitYearLast(text)?.separator ?? ''}`);
  const candidates = [...new Set(readings(text, order))].filter(isKnownDay);
  const [first, second] = candidates;
  if (first !== undefined && second !== undefined)
    throw new UserError(
      `${field} “${text}” could be ${first} or ${second}, and no other row says which. Write it as YYYY-MM-DD.`,
    );
  if (first === undefined)
    throw new UserError(`${field} “${shortened(text)}” is no day. Write it as YYYY-MM-DD, e.g. 2026-11-23.`);
  return first;
}

function readings(text: string, order?: DateOrder): LocalDate[] {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}\S*(?: ?[AP]M)?)?$/i.exec(text);
  if (yearFirst !== null) return [day(yearFirst[1], yearFirst[3], yearFirst[4])];
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (digits !== null) return [day(digits[1], digits[2], digits[3])];
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?:,? \d{1,2}:\d{2}\S*(?: ?[AP]M)?)?$/i.exec(text);
  if (yearLast !== null) {
    const [, one, , other, year] = yearLast;
    const monthFirst = day(year, one, other);
    const dayFirst = day(year, other, one);
    return order === undefined ? [monthFirst, dayFirst] : [order === 'day-first' ? dayFirst : monthFirst];
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-. ]+(\p{L}{3,9})\.?[-, ]+(\d{4})$/iu.exec(text);
  if (dayFirst !== null) return withMonth(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /^(\p{L}{3,9})\.?[- ]+(\d{1,2})(?:st|nd|rd|th)?[-, ]+(\d{4})$/iu.exec(text);
  if (monthFirst !== null) return withMonth(monthFirst[3], monthFirst[1], monthFirst[2]);
  return [];
}

/** The parts of a day whose year comes last, written in numbers; undefined for any other. */
export function splitYearLast(text: string): { one: number; other: number; separator: string } | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2\d{4}(?:\D|$)/.exec(text);
  return match === null ? undefined : { one: Number(match[1]), other: Number(match[3]), separator: match[2] ?? '' };
}

const monthNames =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

function withMonth(year = '', name = '', date = ''): LocalDate[] {
  if (!monthNames.test(name)) return [];
  return [day(year, String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1), date)];
}

function day(year = '', month = '', date = ''): LocalDate {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** A day that exists, in a year that people work in. */
function isKnownDay(date: LocalDate): boolean {
  if (checkedDays.has(date)) return true;
  if (date < '1900-01-01' || date >= '2200-01-01' || !isLocalDate(date)) return false;
  if (checkedDays.size < mostCheckedDays) checkedDays.add(date);
  return true;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
