/**
 * How a team's weeks went, told in four threads: who was missed, what was asked for, what was promised, and what the team says in the
 * pulse. Numbers only, over one's own teams together: nobody is ranked.
 */
import type { PromiseState } from '../behaviours/facts.ts';
import type { PulseId } from '../behaviours/ids.ts';
import { addDays, mondayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { AskStepKind } from './ask-lifecycle.ts';
import type { StateOfWeek } from './weeks-of-people.ts';

/** How many weeks are looked back on, this one included. */
export const weeksOfThreads = 12;

/** One value a week; null where there was nothing to count. */
export type Thread = readonly (number | null)[];

export interface Threads {
  /** Mondays, oldest first. */
  readonly weeks: readonly LocalDate[];
  /** Percent of the people who weren't missed at the week's end, of those who were there. */
  readonly coverage: Thread;
  /** From this day on somebody can be missed, where that was not always so. */
  readonly missableFrom: LocalDate | undefined;
  /** Percent of the asks that had to be settled by a day of the four weeks up to this one's end, and were by then. */
  readonly asks: Thread;
  /** Percent of the promises with their day in the four weeks up to this one's end that were kept by it. */
  readonly promises: Thread;
  /** The average of the statements of the pulses published in the week, from 1 to 5. */
  readonly pulse: Thread;
  /** What the shares of asks and promises are made of: a week has so few that its percentage alone says little. */
  readonly asksInHalves: Halves;
  readonly promisesInHalves: Halves;
}

/** How many were in time, of how many, in the first six weeks and in the last six. */
export interface Halves {
  readonly before: Share;
  readonly lately: Share;
}
export interface Share {
  readonly inTime: number;
  readonly of: number;
}

/** An ask without its words. */
export interface AskInTime {
  /** The day that stands now. */
  readonly neededBy: LocalDate;
  /** Oldest first. */
  readonly steps: readonly {
    readonly step: AskStepKind;
    /** By the reader's clock. */
    readonly on: LocalDate;
    /** With `renewed`: the new day. */
    readonly until: LocalDate | null;
  }[];
}

/** A promise without its words. */
export interface PromiseInTime {
  readonly id: number;
  /** The same was promised to everybody in the team, in answer to this pulse. */
  readonly pulseId: PulseId | null;
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  readonly settledOn: LocalDate | null;
}

export interface PublishedPulse {
  readonly closedOn: LocalDate;
  /** Averages of the statements, from 1 to 5. */
  readonly points: readonly number[];
}

export interface ThreadFacts {
  /** Mondays, oldest first; the last is the week of `on`. */
  readonly weeks: readonly LocalDate[];
  /** The reader's local day. What is due on it may still come in time. */
  readonly on: LocalDate;
  /** One state for each of the weeks. */
  readonly people: readonly { readonly weeks: readonly StateOfWeek[] }[];
  /** The first day on which one of them can be missed. Before it all of a new team are well, which says nothing. */
  readonly missableFrom?: LocalDate | undefined;
  readonly asks: readonly AskInTime[];
  readonly promises: readonly PromiseInTime[];
  readonly pulses: readonly PublishedPulse[];
}

/** Something that had to be there by a day: was it? */
interface Outcome {
  readonly dueOn: LocalDate;
  readonly inTime: boolean;
}

export function threadsOf(facts: ThreadFacts): Threads {
  const { weeks, on, missableFrom } = facts;
  const isTooEarly = (monday: LocalDate) => missableFrom !== undefined && lastDayOf(monday, on) < missableFrom;
  const isOver = ({ dueOn }: Outcome) => dueOn < on;
  const asks = facts.asks.flatMap(outcomesOfAsk).filter(isOver);
  const promises = outcomesOfPromises(facts.promises).filter(isOver);
  return {
    weeks,
    coverage: weeks.map((monday, at) =>
      isTooEarly(monday) ? null : coverage(facts.people.map((person) => person.weeks[at] ?? 'absent')),
    ),
    missableFrom,
    asks: shareInTime(weeks, asks),
    asksInHalves: halvesOf(weeks, asks),
    promises: shareInTime(weeks, promises),
    promisesInHalves: halvesOf(weeks, promises),
    pulse: weeks.map((monday) =>
      average(facts.pulses.filter(({ closedOn }) => mondayOf(closedOn) === monday).flatMap(({ points }) => points)),
    ),
  };
}

/** Is there a thread of which two weeks can be compared? */
export function canBeCompared({ coverage: seen, asks, promises, pulse }: Threads): boolean {
  return [seen, asks, promises, pulse].some((thread) => thread.filter((value) => value !== null).length > 1);
}

/** The Monday from which there are two weeks to compare, whatever else happens. */
export function comparableFrom({ weeks, coverage: seen, missableFrom }: Threads, on: LocalDate): LocalDate {
  const next = addDays(mondayOf(on), 7);
  if (missableFrom !== undefined && missableFrom > on) return addDays(mondayOf(missableFrom), 7);
  return seen[weeks.length - 1] === null ? addDays(next, 7) : next;
}

/** The oldest and the newest week with a value. */
export interface Ends {
  readonly first: { readonly week: LocalDate; readonly value: number };
  readonly last: { readonly week: LocalDate; readonly value: number };
}

/** Where a thread begins and ends; undefined where it has no value at all. */
export function endsOf(weeks: readonly LocalDate[], thread: Thread): Ends | undefined {
  const known = weeks.flatMap((week, at) => {
    const value = thread[at];
    return value === null || value === undefined ? [] : [{ week, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** Of the week that begins on `monday`, as far as it has come. */
function lastDayOf(monday: LocalDate, on: LocalDate): LocalDate {
  const sunday = addDays(monday, 6);
  return sunday < on ? sunday : on;
}

function coverage(states: readonly StateOfWeek[]): number | null {
  const there = states.filter((state) => state !== 'out' && state !== 'absent');
  return percent(there.map((state) => state !== 'missed'));
}

const settling: readonly AskStepKind[] = ['granted', 'declined', 'done', 'confirmed'];
const deciding: readonly AskStepKind[] = [...settling, 'reopened', 'withdrawn', 'lapsed'];

/** Each day by which it was needed, for a rep who still needed it later gave it another. What was withdrawn by then counts nowhere. */
function outcomesOfAsk(ask: AskInTime): Outcome[] {
  const renewals = ask.steps.filter(({ step }) => step === 'renewed');
  const [first] = renewals;
  // The first day isn't on record any more; it was past when another was given.
  const before = first === undefined ? [] : [addDays(first.on, -1), ...renewals.slice(0, -1).flatMap(dayGiven)];
  return [...before, ask.neededBy].flatMap((dueOn) => {
    const last = ask.steps.findLast(({ step, on }) => on <= dueOn && deciding.includes(step));
    if (last?.step === 'withdrawn' || last?.step === 'lapsed') return [];
    return [{ dueOn, inTime: last !== undefined && settling.includes(last.step) }];
  });
}

function dayGiven({ until }: AskInTime['steps'][number]): LocalDate[] {
  return until === null ? [] : [until];
}

/** What was promised to a whole team counts once, and as kept where it was to everybody. */
function outcomesOfPromises(promises: readonly PromiseInTime[]): Outcome[] {
  const groups = Map.groupBy(promises, ({ id, pulseId, dueOn }) =>
    pulseId === null ? `promise:${id}` : `pulse:${pulseId}:${dueOn}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ dueOn: first.dueOn, inTime: group.every(wasKeptInTime) }];
  });
}

function wasKeptInTime({ state, settledOn, dueOn }: PromiseInTime): boolean {
  return state === 'kept' && settledOn !== null && settledOn <= dueOn;
}

/** One broken promise is no week of 0 percent: what happens so seldom is counted over four weeks, as far as they are looked back on. */
const weeksOfShare = 4;

function shareInTime(weeks: readonly LocalDate[], outcomes: readonly Outcome[]): Thread {
  return weeks.map((monday, at) => {
    const since = weeks[Math.max(0, at - weeksOfShare + 1)] ?? monday;
    const counted = outcomes.filter(({ dueOn }) => dueOn >= since && mondayOf(dueOn) <= monday);
    return percent(counted.map(({ inTime }) => inTime));
  });
}

function halvesOf(weeks: readonly LocalDate[], outcomes: readonly Outcome[]): Halves {
  const [first = '', middle = ''] = [weeks[0], weeks[Math.floor(weeks.length / 2)]];
  const shown = outcomes.filter(({ dueOn }) => dueOn >= first);
  return {
    before: shareOf(shown.filter(({ dueOn }) => dueOn < middle)),
    lately: shareOf(shown.filter(({ dueOn }) => dueOn >= middle)),
  };
}

function shareOf(outcomes: readonly Outcome[]): Share {
  return { inTime: outcomes.filter(({ inTime }) => inTime).length, of: outcomes.length };
}

function percent(outcomes: readonly boolean[]): number | null {
  if (outcomes.length === 0) return null;
  return Math.round((100 * outcomes.filter(Boolean).length) / outcomes.length);
}

/** To a tenth. */
function average(points: readonly number[]): number | null {
  if (points.length === 0) return null;
  return Math.round((10 * points.reduce((sum, value) => sum + value, 0)) / points.length) / 10;
}
