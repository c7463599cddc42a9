/** What most due rules share: when was the last time, and is it longer ago than it should be? */
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween, formatDate } from '../time/zoned.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-calendar.ts';
import type { Evidence, Settings } from './behaviour.ts';
import { shorten } from './shorten.ts';
import { namePartsOf } from './person-name.ts';
import type { DealFact, InteractionFact, PersonFact, RepBelowFacts, RepFacts, TeamFacts } from './facts.ts';

/** The newest entry of one of these behaviours with the rep. */
export function lastOf(facts: RepBelowFacts, ...behaviours: readonly string[]): InteractionFact | undefined {
  return facts.interactions.find((interaction) => behaviours.includes(interaction.behaviour));
}

/** Those from a day on, of entries that stand newest first: what lies before them isn't looked at. */
export function entriesFrom(newestFirst: readonly InteractionFact[], from: LocalDate): readonly InteractionFact[] {
  const before = newestFirst.findIndex(({ happenedOn }) => happenedOn < from);
  return before < 0 ? newestFirst : newestFirst.slice(0, before);
}

/** First name, as in a colleague's remark; with as much of the last name as it takes to know who it is. */
export function firstNameOf(person: PersonFact): string {
  return person.shortName ?? namePartsOf(person.name).first;
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
 * What an earlier manager did counts, but its rhythm begins anew with the manager there is now: nobody is late with somebody who
 * came yesterday.
 * @param what after "No", in the singular, e.g. `ride-along`; `{name}` becomes the rep's first name, and without one `with Priya` follows
 */
export function rhythmEvidence(
  team: TeamFacts,
  facts: RepBelowFacts,
  what: string,
  last: InteractionFact | undefined,
  rhythm: Rhythm,
): Evidence | undefined {
  if (last === undefined) return neverEvidence(team, facts, what, rhythm);
  return isFromBefore(team, facts, last)
    ? sinceTheyCame(team, facts, what, last, rhythm)
    : lastEvidence(team, facts, what, last, rhythm);
}

/** Did somebody else do it, before the rep came to this manager? */
export function isFromBefore(team: TeamFacts, facts: RepBelowFacts, last: InteractionFact): boolean {
  return last.managerId !== team.manager.id && last.happenedOn < facts.reportsSince;
}

function sinceTheyCame(
  team: TeamFacts,
  facts: RepBelowFacts,
  what: string,
  last: InteractionFact,
  rhythm: Rhythm,
): Evidence | undefined {
  const { reportsSince } = facts;
  const elapsed = elapsedBetween(team, reportsSince, rhythm.unit);
  if (elapsed < rhythm.length) return undefined;
  return {
    sentence: `No ${withName(what, facts)} since they joined your team on ${formatDate(reportsSince, team.today)} (${counted(elapsed, singular(rhythm.unit))}).`,
    record: { kind: 'interaction', id: last.id },
    elapsed,
    rhythm: rhythm.length,
    dueSince: dueDay(team, reportsSince, rhythm),
  };
}

function lastEvidence(
  team: TeamFacts,
  facts: RepBelowFacts,
  what: string,
  last: InteractionFact,
  rhythm: Rhythm,
): Evidence | undefined {
  const elapsed = elapsedBetween(team, last.happenedOn, rhythm.unit);
  if (elapsed < rhythm.length) return undefined;
  return {
    sentence: `No ${withName(what, facts)} since ${formatDate(last.happenedOn, team.today)} (${counted(elapsed, singular(rhythm.unit))}).`,
    record: { kind: 'interaction', id: last.id },
    elapsed,
    rhythm: rhythm.length,
    dueSince: dueDay(team, last.happenedOn, rhythm),
  };
}

function neverEvidence(team: TeamFacts, facts: RepBelowFacts, what: string, rhythm: Rhythm): Evidence | undefined {
  const { startedOn } = facts.rep;
  if (startedOn !== null && elapsedBetween(team, startedOn, rhythm.unit) < rhythm.length) return undefined;
  return {
    sentence: `No ${withName(what, facts)} yet.`,
    record: null,
    isAbsence: true,
    elapsed: Math.max(rhythm.length, elapsedBetween(team, facts.reportsSince, rhythm.unit)),
    rhythm: rhythm.length,
    dueSince: startedOn === null ? facts.reportsSince : later(facts.reportsSince, dueDay(team, startedOn, rhythm)),
  };
}

/**
 * The evidence that something for the whole team is due again: after `rhythm` days, or, without any entry, once somebody has
 * reported to this manager for so long. Without a team there is nothing to do.
 */
export function teamRhythmEvidence(
  team: TeamFacts,
  behaviour: string,
  what: string,
  rhythm: number,
): Evidence | undefined {
  const [longest] = team.reps.map((facts) => facts.reportsSince).toSorted();
  if (longest === undefined) return undefined;
  const last = team.teamwide.find((interaction) => interaction.behaviour === behaviour);
  const from = last?.happenedOn ?? longest;
  const elapsed = daysBetween(from, team.today);
  if (elapsed < rhythm) return undefined;
  return {
    sentence:
      last === undefined
        ? `No ${what} yet.`
        : `No ${what} since ${formatDate(from, team.today)} (${counted(elapsed, 'day')}).`,
    record: last === undefined ? null : { kind: 'interaction', id: last.id },
    isAbsence: last === undefined,
    elapsed,
    rhythm,
    dueSince: addDays(from, rhythm),
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

function withName(what: string, facts: RepBelowFacts): string {
  const name = firstNameOf(facts.rep);
  return what.includes('{name}') ? what.replace('{name}', () => name) : `${what} with ${name}`;
}

function singular(unit: Rhythm['unit']): string {
  return unit === 'days' ? 'day' : 'working day';
}

/** The later of two days. */
export function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

const longestDealName = 48;

/** `Northwind – Renewal`, or the name alone where it already names the account; long ones are cut short. */
export function dealName(deal: Pick<DealFact, 'account' | 'name'>): string {
  const { account, name } = deal;
  const namesAccount = account === null || account === '' || name.toLowerCase().includes(account.toLowerCase());
  return shorten(namesAccount ? name : `${account} – ${name}`, longestDealName);
}

const wholeNumbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `$48,000`, `€48,000`, `CHF 48,000`; undefined where the amount isn't known. */
export function dealAmount(deal: Pick<DealFact, 'amount' | 'currency'>): string | undefined {
  if (deal.amount === null) return undefined;
  return deal.currency === null ? wholeNumbers.format(deal.amount) : money(deal.amount, deal.currency);
}

/** An amount in major units of an ISO 4217 currency, as Americans write it; what is no such code stands before the number. */
function money(amount: number, currency: string): string {
  if (!/^[A-Z]{3}$/iu.test(currency)) return `${currency} ${wholeNumbers.format(amount)}`;
  const style = styles.get(currency) ?? styleOf(currency);
  styles.set(currency, style);
  return style.format(amount).replaceAll('\u00A0', ' ');
}

/** By code: making one takes longer than a hundred amounts. */
const styles = new Map<string, Intl.NumberFormat>();

function styleOf(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 });
}

/** The middle of the numbers; 0 of none. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) return 0;
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Since when rep and manager have worked together, or the rep has been in the job: the later of the two. */
export function knownSince(facts: RepFacts): LocalDate {
  const { startedOn } = facts.rep;
  return later(startedOn ?? facts.reportsSince, facts.reportsSince);
}

/** `1 day`, `2 days`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
