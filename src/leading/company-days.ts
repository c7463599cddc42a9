/** Days on which a company doesn't work, whatever the public holidays are: for everybody, or for those in one place. */
import { FieldError } from '../errors.ts';
import { countryOfPlace } from '../time/holidays.ts';
import type { IsHoliday, PlaceCode } from '../time/holidays.ts';
import { addDays, daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { DateSpan, Policy } from './policy.ts';

export interface CompanyDaysOff extends DateSpan {
  /** What they are called; null where nobody said. */
  readonly name: string | null;
  /** Only for those who have their holidays there, `DE` or `DE-BY`; null for everybody. */
  readonly place: PlaceCode | null;
}

/** As many as fit into a list that every form and every day reads. */
export const mostCompanyDays = 300;
export const longestCompanyName = 80;
/** No span has so many nights. */
export const longestSpanDays = 366;
/** Older ones are no evidence for anything. */
const daysRemembered = 400;

/** The holidays of a place together with what the company has off there. */
export function withCompanyDays(
  place: PlaceCode | null,
  { companyDaysOff }: Pick<Policy, 'companyDaysOff'>,
  isPublicHoliday: IsHoliday = () => false,
): IsHoliday {
  const here = companyDaysOff.filter((entry) => holdsIn(entry, place));
  if (here.length === 0) return isPublicHoliday;
  let days: ReadonlySet<LocalDate> | undefined;
  return (date) => {
    days ??= new Set(here.flatMap(daysOfSpan));
    return days.has(date) || isPublicHoliday(date);
  };
}

/**
 * The list with more days. What stands in it already is left as it is; what is long over is dropped.
 * @throws FieldError where a span can't be, or the list is full
 */
export function withMoreCompanyDays(
  before: readonly CompanyDaysOff[],
  added: readonly CompanyDaysOff[],
  today: LocalDate,
): readonly CompanyDaysOff[] {
  for (const { from, until, name } of added) {
    if (until < from) throw new FieldError('companyUntil', 'The last day can’t come before the first.');
    if (until < today) throw new FieldError('companyUntil', 'Those days are over. Choose today or later.');
    if (daysBetween(from, until) >= longestSpanDays)
      throw new FieldError('companyUntil', 'That’s longer than a year. Choose an earlier last day.');
    if ((name?.length ?? 0) > longestCompanyName)
      throw new FieldError('companyName', `Choose a shorter name: ${longestCompanyName} characters fit.`);
  }
  const more = added.filter((one, at) => ![...before, ...added.slice(0, at)].some((other) => isSameEntry(one, other)));
  if (more.length === 0) return before;
  const kept = before.filter(({ until }) => until >= addDays(today, -daysRemembered));
  if (kept.length + more.length > mostCompanyDays)
    throw new FieldError('companyFrom', `The list is full (${mostCompanyDays} at most). Remove some first.`);
  return [...kept, ...more].toSorted(byDay);
}

export function withoutCompanyDays(
  before: readonly CompanyDaysOff[],
  removed: CompanyDaysOff,
): readonly CompanyDaysOff[] {
  return before.filter((entry) => !isSameEntry(entry, removed));
}

/** The same days at the same place; what they are called doesn't matter. */
export function isSameEntry(one: Omit<CompanyDaysOff, 'name'>, other: Omit<CompanyDaysOff, 'name'>): boolean {
  return one.from === other.from && one.until === other.until && one.place === other.place;
}

function holdsIn(entry: CompanyDaysOff, place: PlaceCode | null): boolean {
  if (entry.place === null) return true;
  return place !== null && (entry.place === place || entry.place === countryOfPlace(place));
}

function byDay(one: CompanyDaysOff, other: CompanyDaysOff): number {
  return one.from.localeCompare(other.from) || one.until.localeCompare(other.until);
}

function daysOfSpan({ from, until }: DateSpan): LocalDate[] {
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
}
