/** Days off of a company from a calendar file (.ics): the one module that knows a library for such files. */
import { readFile } from 'node:fs/promises';
import type { EventInstance, VEvent } from 'node-ical';
import { UserError } from '../errors.ts';
import { longestCompanyName, longestSpanDays } from '../leading/company-days.ts';
import type { CompanyDaysOff } from '../leading/company-days.ts';
import type { DateSpan } from '../leading/policy.ts';
import { addDays, daysBetween, instantOf, localDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { problemsIn } from './calendar-lines.ts';

/** Days that come back each year are worked out this far. */
export const yearsAhead = 3;
type Library = Pick<typeof import('node-ical'), 'expandRecurringEvent'>;
const largestBytes = 5_000_000;
const mostProblems = 10;

export interface CalendarFile {
  /** By day; the same days once. */
  readonly days: readonly Omit<CompanyDaysOff, 'place'>[];
  /** Sentences about what was left out. */
  readonly notes: readonly string[];
}

/** @throws UserError if there is no such file, or it can't be read */
export async function readCalendarFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new UserError(`There is no file ${path} that can be read. Check the path and try again.`, { cause });
  });
  if (bytes.length > largestBytes)
    throw new UserError(`${path} is larger than 5 MB. Export the days off alone, and import that file.`);
  return bytes.toString('utf8').replace(/^\ufeff/u, '');
}

/**
 * The whole days in a calendar from today on. Events with an hour, cancelled ones and those that are over are left out; what comes
 * back each year is worked out for three years.
 * @throws UserError that names each line that can't be read: then nothing of the file is taken
 */
export async function daysOffIn(text: string, today: LocalDate): Promise<CalendarFile> {
  refuse(problemsIn(text));
  // Loaded here: other commands and the bot never need it.
  const { default: ical } = await import('node-ical');
  const events = Object.values(ical.sync.parseICS(text)).filter(
    (component): component is VEvent => component?.type === 'VEVENT',
  );
  const left = { hours: 0, over: 0, cancelled: 0, others: [] as string[] };
  const days: Omit<CompanyDaysOff, 'place'>[] = [];
  for (const event of events) {
    if (event.status === 'CANCELLED') left.cancelled += 1;
    else if (event.datetype !== 'date') left.hours += 1;
    else if (event.rrule !== undefined && !/FREQ=YEARLY/u.test(event.rrule.toString())) left.others.push(nameOf(event));
    else {
      const toCome = spansOf(ical, event, today).filter(({ until }) => until >= today);
      if (toCome.length === 0) left.over += 1;
      days.push(...toCome.map((span) => ({ ...span, name: nameOf(event) || null })));
    }
  }
  refuse(
    days.filter(isTooLong).map(({ name, from }) => `“${name ?? from}” takes longer than a year. Correct its DTEND.`),
  );
  return { days: withoutTwins(days), notes: notesOf(left) };
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > mostProblems ? [`and ${problems.length - mostProblems} more`] : [];
  throw new UserError([...problems.slice(0, mostProblems), ...more, 'Nothing was stored.'].join('\n'));
}

function spansOf(ical: Library, event: VEvent, today: LocalDate): { from: LocalDate; until: LocalDate }[] {
  if (event.rrule === undefined) return [spanOf(event.start, event.end)];
  // An instance that began before today may still go on.
  const [from, to] = [addDays(today, -366), addDays(today, 366 * yearsAhead)];
  const range = { from: instantOf(from, '00:00', 'UTC'), to: instantOf(to, '00:00', 'UTC') };
  return ical.expandRecurringEvent(event, range).map(({ start, end }: EventInstance) => spanOf(start, end));
}

function isTooLong({ from, until }: DateSpan): boolean {
  return daysBetween(from, until) >= longestSpanDays;
}

/** An end of whole days is the first day after them. */
function spanOf(start: Date, end: Date | undefined): { from: LocalDate; until: LocalDate } {
  const from = dayOf(start);
  const until = end === undefined ? from : addDays(dayOf(end), -1);
  return { from, until: until < from ? from : until };
}

/** The library gives a day as midnight by the clock of this machine. */
function dayOf(date: Date): LocalDate {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return localDate(`${date.getFullYear()}-${month}-${day}`);
}

function nameOf({ summary }: VEvent): string {
  const text = typeof summary === 'string' ? summary : (summary as { val?: string } | undefined)?.val;
  const line = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length <= longestCompanyName
    ? line
    : `${line.slice(0, longestCompanyName - 2).replace(/[\ud800-\udbff]$/, '')}…`;
}

function withoutTwins(days: readonly Omit<CompanyDaysOff, 'place'>[]): Omit<CompanyDaysOff, 'place'>[] {
  const known = new Map(days.toReversed().map((entry) => [`${entry.from} ${entry.until}`, entry]));
  return [...known.values()].toSorted(
    (one, other) => one.from.localeCompare(other.from) || one.until.localeCompare(other.until),
  );
}

function counted(number: number): string {
  return number === 1 ? '1 event' : `${number} events`;
}

function notesOf(left: { hours: number; over: number; cancelled: number; others: readonly string[] }): string[] {
  return [
    ...(left.hours > 0 ? [`Left out: ${counted(left.hours)} with an hour; only whole days count.`] : []),
    ...(left.over > 0 ? [`Left out: ${counted(left.over)} in the past.`] : []),
    ...(left.cancelled > 0 ? [`Left out: ${counted(left.cancelled)}, cancelled.`] : []),
    ...left.others.map((name) => `Left out: “${name}” repeats, but not once a year. Enter its days one by one.`),
  ];
}
