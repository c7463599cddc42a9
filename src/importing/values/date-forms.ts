import { dayNamed, isLocalDate, utcDateOf } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { isWeekday, monthNamed } from './date-names.ts';

/** Where the day stands in three numbers. Of `26/11/23`, the year may come first. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** A day that a cell may mean, and the order by which it does; none where only one order is possible. */
export interface Reading {
  readonly date: LocalDate;
  readonly order?: DateOrder;
}

/** Three numbers with the year at the end, or two digits at each place. */
export interface Numbers {
  readonly one: number;
  readonly other: number;
  readonly last: number;
  readonly separator: string;
  readonly isShort: boolean;
}

const numbersForm = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

/**
 * Every day that a cell can mean, by the styles of many countries and programs. The written day counts, whatever time and zone come
 * after it. Numbers of five digits are days as Excel counts them, those of ten and thirteen Unix times.
 */
export function readingsOf(text: string): readonly Reading[] {
  const plain = plainText(text);
  const found = written(plain);
  if (found.length > 0) return found;
  const day = withoutTime(plain);
  return day === plain ? [] : written(day);
}

/** The day alone, as it is written, without the time and the zone beside it. */
export function dayWithoutTime(text: string): string {
  return withoutTime(plainText(text));
}

/** The three numbers of a day that is written in numbers with the year at the end; undefined for any other. */
export function numbersOf(text: string): Numbers | undefined {
  const plain = plainText(text);
  return numbersIn(plain) ?? numbersIn(withoutTime(plain));
}

function numbersIn(text: string): Numbers | undefined {
  const [, one, separator = '', other, last = ''] = numbersForm.exec(withoutWeekday(text)) ?? [];
  if (one === undefined) return undefined;
  return { one: Number(one), other: Number(other), last: Number(last), separator, isShort: last.length === 2 };
}

/** The days that three numbers can be, each with its order. */
export function readingsOfNumbers({ one, other, last, isShort }: Numbers): readonly Reading[] {
  const year = isShort ? fullYear(last) : last;
  const readings: (Reading & { order: DateOrder })[] = [
    { date: dayOf(year, one, other), order: 'month-first' },
    { date: dayOf(year, other, one), order: 'day-first' },
  ];
  if (isShort) readings.push({ date: dayOf(fullYear(one), other, last), order: 'year-first' });
  return readings.filter(({ date }) => isKnownDay(date));
}

/** 70 to 99 are of the last century, as POSIX has it for `%y` of strptime, but for 69: no Unix time was before 1970. */
function fullYear(short: number): number {
  return short >= 70 ? 1900 + short : 2000 + short;
}

function written(text: string): readonly Reading[] {
  const found = surely(text);
  if (found !== undefined) return isKnownDay(found) ? [{ date: found }] : [];
  const numbers = numbersIn(text);
  return numbers === undefined ? [] : readingsOfNumbers(numbers);
}

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const cjk = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]$/u;
const run = /^(\d{4})(\d{2})(\d{2})$/;
const link = String.raw`(?:[-., /]+(?:(?:de|del|of|di)[-., ]+)?|d')`;
const month = String.raw`(\p{L}[\p{L}\p{M}]{2,11})`;
const date = String.raw`(\d{1,2})(?:st|nd|rd|th|er|re|e|o|a|°|\.)?`;
const dayMonthYear = new RegExp(String.raw`^${date}${link}?${month}${link}?['’]?(\d{4}|\d{2})(?: ?[rg]\.?)?$`, 'iu');
const monthDayYear = new RegExp(String.raw`^${month}[-. ]*${date}(?:[-, /]+|,? de[l]? )['’]?(\d{4}|\d{2})$`, 'iu');
const yearMonthDay = new RegExp(String.raw`^(\d{4})[-. ,/]*${month}[-. ,/]*${date}$`, 'iu');
/** As Unix prints it: Mon Nov 23 09:00:00 UTC 2026. */
const unixDate = /^(?:\p{L}{2,4}\.? )?(\p{L}{3,9}) {1,2}(\d{1,2}) \d{1,2}:\d{2}:\d{2}(?: [A-Z]{2,5})? (\d{4})$/u;

/** A day in a style that has one reading; undefined for another. `Mar` is a month before it is a weekday. */
function surely(text: string): LocalDate | undefined {
  const day = withoutWeekday(text);
  return countedDay(text) ?? inOneStyle(text) ?? (day === text ? undefined : inOneStyle(day));
}

function inOneStyle(text: string): LocalDate | undefined {
  const [, year, ...monthAndDay] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, monthAndDay[1] ?? '', monthAndDay[2] ?? '');
  const numbers = cjk.exec(text) ?? run.exec(text);
  if (numbers !== null) return dayOf(numbers[1] ?? '', numbers[2] ?? '', numbers[3] ?? '');
  const [, day1, month1, year1] = dayMonthYear.exec(text) ?? [];
  if (day1 !== undefined) return named(year1, month1, day1);
  const [, month2, day2, year2] = monthDayYear.exec(text) ?? unixDate.exec(text) ?? [];
  if (month2 !== undefined) return named(year2, month2, day2);
  const [, year3, month3, day3] = yearMonthDay.exec(text) ?? [];
  return year3 === undefined ? undefined : named(year3, month3, day3);
}

function named(year = '', name = '', day = ''): LocalDate | undefined {
  const number = monthNamed(name);
  if (number === undefined) return undefined;
  return dayOf(year.length === 2 ? fullYear(Number(year)) : year, number, day);
}

const millisecondsPerDay = 86_400_000;
/** The day 0 of Excel's calendar from March 1900 on, which has a day too many before it (support.microsoft.com, “DATEVALUE function”). */
const excelZero = Date.UTC(1899, 11, 30);
const firstSerial = 18_264;
const lastSerial = 73_050;

/** Excel's serial (of 1950 to 2099 only), or a Unix time in seconds or milliseconds, by its day in UTC. */
function countedDay(text: string): LocalDate | undefined {
  const [, digits = ''] = /^(\d{5}|\d{10}|\d{13})(?:[.,]\d+)?$/.exec(text) ?? [];
  const number = Number(digits);
  if (digits.length === 5)
    return number >= firstSerial && number <= lastSerial
      ? fromMilliseconds(excelZero + number * millisecondsPerDay)
      : undefined;
  return digits === '' ? undefined : fromMilliseconds(digits.length === 10 ? number * 1000 : number);
}

function fromMilliseconds(milliseconds: number): LocalDate {
  return utcDateOf(new Date(milliseconds));
}

function dayOf(year: string | number, monthOfYear: string | number, day: string | number): LocalDate {
  return dayNamed(year, monthOfYear, day);
}

/** `Mon, `, `Montag, den `, `le `, and `(月)` after it. */
function withoutWeekday(text: string): string {
  if (/^\d.*\d$/u.test(text)) return text;
  const bare = text.replace(/ ?\(?[月火水木金土日](?:曜日?)?\)?$/u, (end) => (end.trim() === '日' ? end : ''));
  const [, day, after = ''] = /^(.+?),? \(?(\p{L}{2,})\.?\)?$/u.exec(bare) ?? [];
  if (day !== undefined && /\d$/.test(day) && isWeekday(after)) return day;
  const [, word = '', rest = ''] = /^(\p{L}[\p{L}\p{M}-]+)[.,]*[, ]+(.+)$/u.exec(bare) ?? [];
  const alone = isWeekday(word) ? rest : bare;
  return alone.replace(/^(?:le|den|am|el|il|the|on|op|dnia) (?=\d)/iu, '');
}

const zone = String.raw`(?:Z|[A-Z]{1,5}T|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT|\([^()]*\)|\[[^[\]]*\])`;
const clock = String.raw`\d{1,2}(?:[:.]\d{2}(?::\d{2})?(?:[.,]\d{1,9})?| ?h(?: ?\d{2}(?: min(?: \d{2} s)?)?)?|(?= ?[ap]\.?m))`;
const timeAfter = new RegExp(
  String.raw`(?:[T, ]+|-(?=\d{1,2}:))(?:(?:at|um|à|a las|às|alle ore|alle|om|kl\.?|klo|o|ore) ?)?${clock}(?: ?[ap]\.? ?m\.?)?(?: ?(?:Uhr|h|uur))?(?: ?${zone}){0,3}$`,
  'iu',
);
const zoneAlone = /(?<=\d)(?:Z|[+-]\d{2}:\d{2}|T\d{2}| ?(?:UTC|GMT))$/;
const runOfTime = /^(\d{8})T?\d{4}(?:\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const timeBefore = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?[, ]+(?=\S)/i;

function withoutTime(text: string): string {
  const digits = runOfTime.exec(text)?.[1];
  if (digits !== undefined) return digits;
  const after = text.replace(timeAfter, '');
  const day = after === text ? text.replace(zoneAlone, '') : after;
  return day === text ? text.replace(timeBefore, '') : day;
}

function plainText(text: string): string {
  const plain = /^[\u0020-\u007e]*$/.test(text) ? text.trim() : text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  // 23. 11. 2026, as Czech and Hungarian have it.
  return /^\d{1,4} ?[./-] \d/.test(plain) ? plain.replace(/(\d) ?([./-]) (?=\d)/g, '$1$2') : plain;
}

/** A file names the same days again and again. */
const checkedDays = new Set<string>();
const mostCheckedDays = 50_000;

/** Was it found to be a day, written year first? */
export function isCheckedDay(text: string): text is LocalDate {
  return checkedDays.has(text);
}

/** A day that exists, in a year that people work in. */
export function isKnownDay(text: string): text is LocalDate {
  if (checkedDays.has(text)) return true;
  if (text < '1900-01-01' || text >= '2200-01-01' || !isLocalDate(text)) return false;
  if (checkedDays.size < mostCheckedDays) checkedDays.add(text);
  return true;
}
