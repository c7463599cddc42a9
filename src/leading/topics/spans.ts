/** Days off, in words. */
import { formatDay } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';

/** Days in a row, both ends included. */
export interface DateSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** `from Thu, Dec 24 to Fri, Jan 1, 2027`, `on Thu, Dec 24`. */
export function spanWords({ from, until }: DateSpan, today: LocalDate): string {
  if (from === until) return `on ${formatDay(from, today)}`;
  return `from ${formatDay(from, today)} to ${formatDay(until, today)}`;
}

export function isSameSpan(one: DateSpan, other: DateSpan): boolean {
  return one.from === other.from && one.until === other.until;
}
