/** What most due rules share: when was the last time, and is it longer ago than it should be? */
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-calendar.ts';
import type { Evidence, Settings } from './behaviour.ts';
import type { DealFact, InteractionFact, PersonFact, RepFacts, TeamFacts } from './facts.ts';

/** The newest entry of one of these behaviours with the rep. */
export function lastOf(facts: RepFacts, ...behaviours: readonly string[]): InteractionFact | undefined {
  return facts.interactions.find((interaction) => behaviours.includes(interaction.behaviour));
}

/** First name, as in a colleague's remark. */
export function firstNameOf(person: PersonFact): string {
  return person.name.trim().split(/\s+/u)[0] ?? person.name;
}

/** A number of the behaviour's settings. @throws Error for a key that the behaviour doesn't declare */
export function numberOf(settings: Settings, key: string): number {
  const number = settings[key];
  if (number === undefined) throw new Error(`No setting ${key}`);
  return number;
}

export interface Rhythm {
  readonly length: number;
  readonly unit: 'days' | 'working days';
}

/**
 * The evidence that something with a rhythm is due again, or undefined if it isn't. Without any entry it is due at once, except
 * for somebody who started less than one rhythm ago.
 * @param what in the singular, e.g. `ride-along`
 */
export function rhythmEvidence(
  team: TeamFacts,
  facts: RepFacts,
  what: string,
  last: InteractionFact | undefined,
  rhythm: Rhythm,
): Evidence | undefined {
  return last === undefined ? neverEvidence(team, facts, what, rhythm) : lastEvidence(team, facts, what, last, rhythm);
}

function lastEvidence(
  team: TeamFacts,
  facts: RepFacts,
  what: string,
  last: InteractionFact,
  rhythm: Rhythm,
): Evidence | undefined {
  const elapsed = elapsedBetween(team, last.happenedOn, rhythm.unit);
  if (elapsed < rhythm.length) return undefined;
  const ago = rhythm.unit === 'days' ? `${elapsed} days ago` : `${elapsed} working days ago`;
  return {
    sentence: `Last ${what} with ${firstNameOf(facts.rep)}: ${formatDate(last.happenedOn, team.today)}, ${ago} (your rhythm: ${rhythm.length}).`,
    record: { kind: 'interaction', id: last.id },
    elapsed,
    rhythm: rhythm.length,
    dueSince: dueDay(team, last.happenedOn, rhythm),
  };
}

function neverEvidence(team: TeamFacts, facts: RepFacts, what: string, rhythm: Rhythm): Evidence | undefined {
  const { startedOn } = facts.rep;
  if (startedOn !== null && elapsedBetween(team, startedOn, rhythm.unit) < rhythm.length) return undefined;
  const every = `${rhythm.length} ${rhythm.unit}`;
  return {
    sentence: `No ${what} with ${firstNameOf(facts.rep)} on record yet (your rhythm: every ${every}).`,
    record: null,
    isAbsence: true,
    elapsed: Math.max(rhythm.length, elapsedBetween(team, facts.reportsSince, rhythm.unit)),
    rhythm: rhythm.length,
    dueSince:
      startedOn !== null && startedOn > facts.reportsSince ? dueDay(team, startedOn, rhythm) : facts.reportsSince,
  };
}

/** Days or working days from `from` to today; never negative. */
export function elapsedBetween(team: TeamFacts, from: LocalDate, unit: Rhythm['unit']): number {
  return unit === 'days'
    ? Math.max(0, daysBetween(from, team.today))
    : workingDaysBetween(team.calendar, from, team.today);
}

function dueDay(team: TeamFacts, from: LocalDate, rhythm: Rhythm): LocalDate {
  return rhythm.unit === 'days' ? addDays(from, rhythm.length) : addWorkingDays(team.calendar, from, rhythm.length);
}

/** `Northwind – Renewal`, or the name alone where it already names the account. */
export function dealName(deal: DealFact): string {
  const { account, name } = deal;
  return account === null || account === '' || name.toLowerCase().includes(account.toLowerCase())
    ? name
    : `${account} – ${name}`;
}

/** `EUR 48,000`; undefined where the amount isn't known. */
export function dealAmount(deal: DealFact): string | undefined {
  if (deal.amount === null) return undefined;
  const number = deal.amount.toLocaleString('en-GB', { maximumFractionDigits: 0 });
  return deal.currency === null ? number : `${deal.currency} ${number}`;
}

/** The middle of the numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
