/**
 * The day by which somebody needs something, read from a sentence as Americans type it. Whatever could mean two days means none here:
 * the form then leaves it open.
 */
import { addDays, dayNamed, isLocalDate, mondayOf, weekdayOf } from '../time/zoned.ts';
import type { LocalDate, Weekday } from '../time/zoned.ts';

/** In which order somebody writes numbers of a day: 11/30, or 30/11. `unclear`: nobody knows, so 4/5 means nothing. */
export type DayStyle = 'month-first' | 'day-first' | 'unclear';

/** Countries where 11/30 is Nov 30. Source: Unicode CLDR 48, short date patterns. */
const monthFirst = new Set(['US', 'PH', 'FM', 'GU', 'MH', 'MP', 'PR', 'PW', 'AS', 'UM', 'VI']);
/** Where both are in use. */
const both = new Set(['CA', 'KE', 'ZA']);

/** @param country ISO 3166-1 alpha-2, null where it isn't known: the product is American */
export function dayStyleOf(country: string | null): DayStyle {
  if (country === null || monthFirst.has(country)) return 'month-first';
  return both.has(country) ? 'unclear' : 'day-first';
}

/** A day in the words, and how it is brought in. */
interface Found {
  readonly date: LocalDate;
  /** `by`, `before`, `needed` and the like stand before it. */
  readonly isDeadline: boolean;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekdays = 'mon tue wed thu fri sat sun'.split(' ');
const weekdayWord =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\.?';
const numberWords: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5 };
const numberWord = '(\\d{1,2}|an?|one|two|three|four|five)';
const endOfDay = '(?:(?:eod|cob|end of (?:the )?day|close of business)(?: on)?,? )?';

/** What the words before a day make of it. */
const bringsDeadline =
  /(?:\bby|\bbefore|\buntil|\btill?|\bno later than|\bdue(?: on)?|\bdeadline(?: is|:)?|\bneed(?:ed)?(?: it| this| that| them)?(?: on| for)?)[\s:]*(?:the |this |end of |(?:eod|cob|noon|\d{1,2}(?::\d\d)? ?[ap]m)(?: on)? )*$/iu;
const bringsBefore = /\bbefore\s+(?:the |this )?$/iu;
/** What has been, or is no day to have it by. */
const bringsPast =
  /\b(?:since|last|from|after|past|started|signed|sent|met|talked|spoke|called|dated|as of|previous)\s+(?:on |the |this )?$/iu;

/** Longest first, so that `EOD Friday` isn't today. Each gives a day, or undefined for what could be two. */
const readers: readonly (readonly [RegExp, (match: RegExpExecArray, given: Given) => LocalDate | undefined])[] = [
  [pattern(`${endOfDay}(\\d{4}-\\d{2}-\\d{2})`), ([, iso = '']) => (isLocalDate(iso) ? iso : undefined)],
  [
    pattern(
      `${endOfDay}${monthWord} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?! ?(?:%|percent|k\\b|am|pm|seats|users))`,
    ),
    ([, month, day, year], { today }) => dayOfMonth(monthOf(month), Number(day), year, today),
  ],
  [
    pattern(`${endOfDay}(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${monthWord}(?:,? (\\d{4}))?`),
    ([, day, month, year], { today }) => dayOfMonth(monthOf(month), Number(day), year, today),
  ],
  [
    pattern(`${endOfDay}(\\d{1,2})[/](\\d{1,2})(?:[/](\\d{4}|\\d{2}))?(?![\\d/%]| of\\b| net\\b| split)`),
    ([whole, one, other, year], given) =>
      /24\/7|50\/50/u.test(whole) ? undefined : inNumbers(Number(one), Number(other), year, given),
  ],
  [pattern(`${endOfDay}the (\\d{1,2})(?:st|nd|rd|th)`), ([, day], { today }) => nextOfNumber(Number(day), today)],
  [
    pattern(`${weekdayWord} (?:of )?next week`),
    ([, name], { today }) => addDays(mondayOf(today), 7 + indexOf(weekdays, name)),
  ],
  [
    pattern(`next week(?: on)? ${weekdayWord}`),
    ([, name], { today }) => addDays(mondayOf(today), 7 + indexOf(weekdays, name)),
  ],
  [pattern(`next ${weekdayWord}`), ([, name], { today }) => nextWeekday(indexOf(weekdays, name), today)],
  [
    pattern(`${endOfDay}(this |coming )?${weekdayWord}`),
    ([, , name], { today }) => comingWeekday(indexOf(weekdays, name), today),
  ],
  [pattern('(?:end of (?:the )?|later )?(?:this|the) week|eow'), (_match, { today }) => fridayOf(today)],
  [pattern('(?:end of |late )next week'), (_match, { today }) => addDays(mondayOf(today), 11)],
  [
    pattern('next week'),
    // “By next week” could be its first day or its last.
    (_match, { before, today }) => (bringsDeadline.test(before) ? undefined : addDays(mondayOf(today), 11)),
  ],
  [pattern('(?:the )?end of (?:the |this )?month|month[- ]end|eom'), (_match, { today }) => lastOfMonth(today)],
  [pattern(`${endOfDay}tomorrow|tmrw|tmw`), (_match, { today }) => addDays(today, 1)],
  [
    pattern(`(?:in|within)(?: the next)? ${numberWord} (business |working )?(day|week)s?`),
    ([, number, kind, unit], { today }) => after(countOf(number), kind !== undefined, unit === 'week', today),
  ],
  [
    pattern('(?:in|within)(?: the next)? (24|48|72) ?(?:hours|hrs|h)'),
    ([, hours], { today }) => addDays(today, Number(hours) / 24),
  ],
  [
    pattern('(?:eod|cob|end of (?:the )?day|close of business|today|tonight|this (?:morning|afternoon|evening)|noon)'),
    (_match, { today }) => today,
  ],
];

interface Given {
  readonly today: LocalDate;
  readonly style: DayStyle;
  /** What stands before the words in question. */
  readonly before: string;
}

/**
 * The day by which it is needed, today or later; undefined where the words name none, or more than one that could be meant.
 * @param today the local day of who wrote it
 */
export function dayNeededBy(text: string, today: LocalDate, style: DayStyle): LocalDate | undefined {
  const found = daysIn(text, today, style);
  const deadlines = new Set(found.filter(({ isDeadline }) => isDeadline).map(({ date }) => date));
  const [only, another] = deadlines.size > 0 ? deadlines : new Set(found.map(({ date }) => date));
  return another === undefined && only !== undefined && only >= today ? only : undefined;
}

function daysIn(text: string, today: LocalDate, style: DayStyle): Found[] {
  const found: (Found & { readonly at: number; readonly isOther: boolean })[] = [];
  // What was read is blanked out, so that no part of it is read again.
  let left = text.replaceAll(/\s/gu, ' ');
  for (const [regex, read] of readers)
    for (const match of left.matchAll(regex)) {
      const at = match.index;
      left = `${left.slice(0, at)}${' '.repeat(match[0].length)}${left.slice(at + match[0].length)}`;
      const before = text.slice(0, at).replaceAll(/\s/gu, ' ');
      const date = bringsPast.test(before) ? undefined : read(match, { today, style, before });
      if (date === undefined) continue;
      found.push({
        at,
        date: bringsBefore.test(before) ? dayBefore(date, today) : date,
        isDeadline: bringsDeadline.test(before),
        isOther: /\bor\s+$/iu.test(before),
      });
    }
  const inOrder = found.toSorted((one, other) => one.at - other.at);
  // “By Thursday or Friday”: the other one counts as much.
  return inOrder.map((day, index) =>
    day.isOther ? { ...day, isDeadline: inOrder[index - 1]?.isDeadline === true } : day,
  );
}

function pattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}/$€£.-])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');
}

function monthOf(word: string | undefined): number {
  return indexOf(months, word) + 1;
}

function indexOf(names: readonly string[], word: string | undefined): number {
  return names.indexOf((word ?? '').slice(0, 3).toLowerCase());
}

function countOf(word: string | undefined): number {
  return numberWords[(word ?? '').toLowerCase()] ?? Number(word);
}

/** Further ahead than this, a day without a year was rather one in the past. */
const mostDaysAhead = 183;

function dayOfMonth(month: number, day: number, year: string | undefined, today: LocalDate): LocalDate | undefined {
  if (year !== undefined) return existing(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = existing(thisYear, month, day);
  if (date !== undefined && date >= today) return date;
  const next = existing(thisYear + 1, month, day);
  return next !== undefined && next <= addDays(today, mostDaysAhead) ? next : undefined;
}

function existing(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

function inNumbers(
  one: number,
  other: number,
  year: string | undefined,
  { today, style, before }: Given,
): LocalDate | undefined {
  // “1/2” alone is a half as often as a day.
  if (year === undefined && !/(?:\b(?:by|before|on|until|till?|due|for|is|than|deadline)|[(:–—,-])\s*$/iu.test(before))
    return undefined;
  const monthFirstDay = dayOfMonth(one, other, year, today);
  const dayFirstDay = dayOfMonth(other, one, year, today);
  if (one > 12) return dayFirstDay;
  if (other > 12 || one === other) return monthFirstDay;
  return style === 'unclear' ? undefined : style === 'month-first' ? monthFirstDay : dayFirstDay;
}

function nextOfNumber(day: number, today: LocalDate): LocalDate | undefined {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const date = existing(year, month, day);
  if (date !== undefined && date >= today) return date;
  return month === 12 ? existing(year + 1, 1, day) : existing(year, month + 1, day);
}

/** On that very weekday, today and the one in a week could be meant. */
function comingWeekday(index: number, today: LocalDate): LocalDate | undefined {
  const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
  return ahead === 0 ? undefined : addDays(today, ahead);
}

/** “Next Friday” on a Monday could be this week’s or the one after; on a Friday or a Saturday it is next week’s. */
function nextWeekday(index: number, today: LocalDate): LocalDate | undefined {
  const day = (index + 1) as Weekday;
  return day <= weekdayOf(today) ? addDays(mondayOf(today), 7 + index) : undefined;
}

/** On a weekend nobody knows which week is meant. */
function fridayOf(today: LocalDate): LocalDate | undefined {
  return weekdayOf(today) <= 5 ? addDays(mondayOf(today), 4) : undefined;
}

function lastOfMonth(today: LocalDate): LocalDate {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const next = month === 12 ? dayNamed(year + 1, 1, 1) : dayNamed(year, month + 1, 1);
  return addDays(next, -1);
}

function after(count: number, isWorking: boolean, isWeeks: boolean, today: LocalDate): LocalDate {
  if (!isWorking) return addDays(today, isWeeks ? 7 * count : count);
  let date = today;
  for (let left = count; left > 0; left -= weekdayOf(date) <= 5 ? 1 : 0) date = addDays(date, 1);
  return date;
}

/** The last weekday before it; today at the earliest. */
function dayBefore(date: LocalDate, today: LocalDate): LocalDate {
  let day = addDays(date, -1);
  while (weekdayOf(day) > 5) day = addDays(day, -1);
  return day < today ? today : day;
}
