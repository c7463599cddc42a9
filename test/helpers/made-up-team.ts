/** Who is on a simulated team, how they work and how their manager answers: all that a simulated half-year follows from. */
import type { Policy } from '../../src/leading/policy.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { giveHistory, member } from './simulated-team.ts';
import type { Fate, Member } from './simulated-team.ts';

/** A Monday; the half-year after it has a change of the clocks in every zone that has any. */
export const firstDay = '2026-09-14';
export const managerId = 1;

/** What somebody does with a nudge. */
export type Answer = 'done' | 'booked' | 'snooze' | 'not-this-week' | 'not-needed' | 'bad-timing' | 'wrong' | 'stop';

export interface MadeUpRep {
  readonly joinsInWeek: number;
  /** Undefined where they stay. */
  readonly leavesInWeek: number | undefined;
  readonly isNew: boolean;
  /** A kind that they want nobody nudged about, and from which week on. */
  readonly stops: { readonly kind: string; readonly inWeek: number } | undefined;
}

export interface MadeUpTeam {
  readonly seed: number;
  readonly weeks: number;
  readonly timeZone: string;
  readonly policy: Partial<Policy>;
  /** UTC hours at which the bot may look: at one of them each day, by chance, and again two hours after it has said something. */
  readonly hours: readonly number[];
  /** Days without work, counted from the first. */
  readonly daysOff: readonly number[];
  readonly reps: readonly MadeUpRep[];
  /** How many reps each manager has who reports to this one. */
  readonly managersWith: readonly number[];
  /** How likely an open nudge is answered on a day: 0 to 1. */
  readonly diligence: number;
  /** What is answered: one of these, by chance. */
  readonly answers: readonly Answer[];
  /** How likely they say in a week that they are snowed under: 0 to 1. */
  readonly snowedUnder: number;
  /** Kinds that the manager stopped before the first day. */
  readonly stopped: readonly string[];
  /** Does anything happen by itself? Without, facts change only by what the manager does. */
  readonly isLively: boolean;
}

export function repId(at: number): number {
  return 2 + at;
}

/** Those on the team, those who report to its managers, and whom each of them reports to. */
export function peopleOf(madeUp: MadeUpTeam, fate: Fate) {
  const make = (id: number, leaderId: number, from: LocalDate, startedOn: LocalDate | null): Member => {
    const facts = member(id, from, startedOn);
    if (from < firstDay && madeUp.isLively) giveHistory(facts, leaderId, firstDay, fate);
    return facts;
  };
  const reps = madeUp.reps.map((rep, at) => {
    const from = addDays(
      firstDay,
      rep.joinsInWeek === 0 ? -fate.between(1, 150) : rep.joinsInWeek * 7 + fate.between(-3, 3),
    );
    const until =
      rep.leavesInWeek === undefined ? undefined : addDays(firstDay, rep.leavesInWeek * 7 + fate.between(0, 6));
    return { facts: make(repId(at), managerId, from, rep.isNew ? from : null), from, until };
  });
  const managers = madeUp.managersWith.map((count, at) => {
    const id = 100 * (at + 1);
    const since = addDays(firstDay, -fate.between(1, 150));
    const below = Array.from({ length: count }, (_rep, number) => make(id + 1 + number, id, since, null));
    return { facts: make(id, managerId, since, null), reps: below };
  });
  const living = [
    ...reps.map(({ facts }) => ({ facts, leaderId: managerId })),
    ...managers.flatMap(({ facts, reps: below }) => below.map((rep) => ({ facts: rep, leaderId: facts.rep.id }))),
  ];
  const everybody = [...living.map(({ facts }) => facts), ...managers.map(({ facts }) => facts)];
  return { reps, managers, living, all: new Map(everybody.map((facts) => [facts.rep.id, facts])) };
}
