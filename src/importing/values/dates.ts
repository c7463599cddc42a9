import { UserError } from '../../errors.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { isBlankWord } from './blanks.ts';
import { dayWithoutTime, isCheckedDay, isKnownDay, numbersOf, readingsOf } from './date-forms.ts';
import type { DateOrder, Reading } from './date-forms.ts';

export type { DateOrder } from './date-forms.ts';
/** What is known of a column, by its field and the separator of its days. */
export type DateOrders = ReadonlyMap<string, DateOrder>;

/** A file writes the same days again and again. */
const readBefore = new Map<string, { readonly readings: readonly Reading[]; readonly separator: string }>();
const mostReadBefore = 50_000;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * A calendar day as people and programs write it: 2026-11-23, 23 Nov 2026, Montag, 23. November 2026, 23/11/26, 2026年11月23日, Excel's
 * 46349, Unix times. The written day counts: a time and a zone after it are left out. 23/11/2026 and 11/23/2026 are read where only
 * one reading is a day.
 * @param orders what the other rows, or whoever imports the file, say of how the column is written
 * @returns null for a blank cell, a word for one, and the days that programs write for none: 0000-00-00, 1/0/1900, 9999-12-31
 * @throws UserError for a day that doesn't exist or is far away, or that could be two days: 03/04/2026 is never guessed
 */
export function readDate(text: string, field: string, orders?: DateOrders): LocalDate | null {
  if (text === '') return null;
  if (isCheckedDay(text)) return text;
  if (isoDay.test(text) && isKnownDay(text)) return text;
  const day = text.slice(0, 10);
  if (isoTime.test(text) && isKnownDay(day)) return day;
  if (/^\D/.test(text) && isBlankWord(text)) return null;
  const { readings, separator } = read(text);
  const [first, second] = chosen(readings, orders?.get(`${field}${separator}`));
  if (first !== undefined && second !== undefined)
    throw new UserError(
      `${field} “${text}” could be ${first} or ${second}, and no other row says which. Write it as YYYY-MM-DD, or say which with --date-order day-first or --date-order month-first.`,
    );
  if (first !== undefined) return first;
  if (isNoDay(text)) return null;
  throw new UserError(`${field} “${shortened(text)}” is no day. Write it as YYYY-MM-DD, e.g. 2026-11-23.`);
}

function read(text: string): { readonly readings: readonly Reading[]; readonly separator: string } {
  const known = readBefore.get(text);
  if (known !== undefined) return known;
  const readings = readingsOf(text);
  const separator = readings[0]?.order === undefined ? '' : (numbersOf(text)?.separator ?? '');
  const found = { readings, separator };
  if (readings.length > 0 && readBefore.size < mostReadBefore) readBefore.set(text, found);
  return found;
}

/** The year comes first only where no day can stand there (99/12/31; 31.04.26 is a day that doesn't exist), or the column says so. */
function chosen(readings: readonly Reading[], order: DateOrder | undefined): LocalDate[] {
  const asTold = readings.filter((reading) => reading.order === order);
  const usual = readings.filter(({ date, order: by }) => by !== 'year-first' || Number(date.slice(2, 4)) > 31);
  const taken = order !== undefined && asTold.length > 0 ? asTold : usual;
  return [...new Set(taken.map(({ date }) => date))];
}

/**
 * What stands for no day: MySQL's and SAP's zeros, what Excel shows of a zero, the first day of Excel's, OLE's and .NET's calendars, and
 * the end of time by which SAP and Workday say that there is none.
 */
const noDays = new Set(['0,0,0', '0,1,1900', '12,30,1899', '12,31,1899', '12,31,9999']);

function isNoDay(text: string): boolean {
  const day = dayWithoutTime(text);
  if (/^(?:0|0{8}|99991231)$/.test(day)) return true;
  if (!/^\d{1,4}([-/.])\d{1,2}\1\d{1,4}$/.test(day)) return false;
  const numbers = day.split(/\D/).map(Number);
  return (
    noDays.has(numbers.toSorted((one, other) => one - other).join(',')) ||
    /^(?:0001-01-01|0?1[/.]0?1[/.]0001)$/.test(day)
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
