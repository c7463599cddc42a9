/** How often a manager had time with whom, and for how long not: digest, recap, Home and pictures count by these alone. */
import type { InteractionFact, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { isTimeWith } from '../behaviours/time-with.ts';
import { addDays, daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** Days after `after`, up to and including `on`. */
export interface Span {
  readonly after: LocalDate;
  readonly on: LocalDate;
}

/** How far two messages of a weekly kind may lie apart and still follow on each other; longer ago, and a week is a week. */
const longestWeek = 10;
export const daysOfWeek = 7;

/**
 * The days that a weekly message tells of: all since the one before, so that no day stands in two of them; seven where there was none
 * lately.
 * @param before the day of the message before
 */
export function weekUntil(on: LocalDate, before?: LocalDate): Span {
  const isNext = before !== undefined && before < on && daysBetween(before, on) <= longestWeek;
  return { after: isNext ? before : addDays(on, -daysOfWeek), on };
}

export function isInside(span: Span, day: LocalDate | null): day is LocalDate {
  return day !== null && day > span.after && day <= span.on;
}

/** Entries of time that this manager had with the person, newest first as they came. */
export function timeBy(managerId: PersonId, { interactions }: Pick<RepFacts, 'interactions'>): InteractionFact[] {
  return interactions.filter((entry) => entry.managerId === managerId && isTimeWith(entry));
}

/** Had they time together in these days? */
export function hadTime(managerId: PersonId, facts: RepFacts, span: Span): boolean {
  return timeBy(managerId, facts).some(({ happenedOn }) => isInside(span, happenedOn));
}

/** Days up to `on` since the two had time together; since the person came to this manager, where that is later. */
export function daysWithout(managerId: PersonId, facts: RepFacts, on: LocalDate): number {
  const last = timeBy(managerId, facts).find(({ happenedOn }) => happenedOn <= on)?.happenedOn;
  const since = last === undefined || last < facts.reportsSince ? facts.reportsSince : last;
  return Math.max(0, daysBetween(since, on));
}

/** People of the team who are there and have been without their manager for longer than so many days, the longest first. */
export function missedBy(
  team: Pick<TeamFacts, 'manager' | 'reps'>,
  on: LocalDate,
  afterDays: number,
): { readonly repId: PersonId; readonly name: string; readonly days: number }[] {
  return team.reps
    .filter(({ isOut, reportsSince }) => !isOut && reportsSince <= on)
    .map((facts) => ({ repId: facts.rep.id, name: facts.rep.name, days: daysWithout(team.manager.id, facts, on) }))
    .filter(({ days }) => days > afterDays)
    .toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name));
}
