/** What a plan follows from, and what is due and may be said by it. */
import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepBelowFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Memory } from './memory.ts';
import { needIn } from './need.ts';
import { subjectOf } from './nudge.ts';
import type { PastNudge } from './nudge.ts';
import { settingsOf } from './policy.ts';
import type { Policy } from './policy.ts';
import { hasEnoughCoaching, isAway, isBackedOff, isBooked, quietAfter } from './quiet.ts';
import type { QuietAfter } from './quiet.ts';
import type { WeekSoFar } from './week-budget.ts';

/** All that a plan follows from. The same input gives the same plan. */
export interface PlanInput extends Pick<WeekSoFar, 'questions' | 'thinned' | 'isPlanToCome'> {
  readonly team: TeamFacts;
  readonly policy: Policy;
  readonly behaviours: readonly Behaviour[];
  /** The person's nudges of the last `daysRemembered`, and older ones whose answer still holds; newest first, the last of a message before its first. */
  readonly past: readonly PastNudge[];
  /** Behaviours that the person stopped. */
  readonly stopped: readonly string[];
  /** By rep: behaviours that they want nobody nudged about, as far as they are concerned. */
  readonly stoppedByRep: ReadonlyMap<number, readonly string[]>;
  /** Behaviours that another message of this day asks about: no plan does, and none between plans. */
  readonly elsewhere?: ReadonlySet<string>;
  /** Of whom the recap said, on a local day, that this week begins with them. */
  readonly announced?: Announced | undefined;
}

/** What keeps something that is due out of a plan, in the order in which the planner asks. */
export type Gate =
  | 'stopped-by-rep'
  | 'stopped'
  | 'coached-enough'
  | QuietAfter
  | 'backed-off'
  | 'booked'
  | 'away'
  | 'like-another'
  | 'in-the-recap'
  | 'said-this-week'
  | 'week-full'
  | 'in-a-row'
  | 'enough-about-them'
  | 'turn-of-others'
  | 'plan-full';

/** Filled by the planner, for whoever asks why: all that is due by the facts, with the first gate that it didn't pass; undefined for what is in the plan. */
export type Trace = Map<Due, Gate | undefined>;

export interface Announced {
  readonly repId: PersonId;
  readonly on: LocalDate;
}

export interface Candidate {
  readonly due: Due;
  readonly need: number;
}

/** What is true and still to be done, whatever was answered to nudges about it, by the act as `subjectOf` names it. */
export function actsDue(input: PlanInput): ReadonlyMap<string, Due> {
  return new Map(rawDues(input).map((due) => [subjectOf(due), due]));
}

/** What may be said, by need; of like acts for one rep the neediest. */
export function candidatesOf(
  input: PlanInput,
  memory: Memory,
  waits: ReadonlyMap<number | null, number>,
  trace?: Trace,
): Candidate[] {
  const needOf = needIn(input, waits);
  const ranked = allowedDues(input, memory, false, trace)
    .map((due) => ({ due, need: needOf(due), act: subjectOf(due) }))
    .toSorted((one, other) => other.need - one.need || (one.act < other.act ? -1 : 1));
  const likes = new Set<string>();
  return ranked.filter(({ due }) => {
    const like = `${due.behaviour}:${due.repId ?? ''}:${due.askId ?? ''}:${due.item ?? ''}`;
    if (likes.has(like)) {
      trace?.set(due, 'like-another');
      return false;
    }
    likes.add(like);
    return true;
  });
}

/** @param isAnyway also what is backed off, because it was passed over again and again */
export function allowedDues(input: PlanInput, memory: Memory, isAnyway = false, trace?: Trace): Due[] {
  const { team, policy, behaviours, stopped } = input;
  const people = peopleOf(team);
  const coaching = new Set(behaviours.filter(({ isCoaching }) => isCoaching).map(({ id }) => id));
  const coachedEnough = new Set(
    team.reps
      .filter((facts) => hasEnoughCoaching(coaching, facts, team.today, policy.coachingHoursAMonth))
      .map(({ rep }) => rep.id),
  );
  const gateBefore = (due: Due): Gate | undefined => {
    if (isStoppedByRep(due, input)) return 'stopped-by-rep';
    if (stopped.includes(due.behaviour)) return 'stopped';
    if (due.repId !== null && coaching.has(due.behaviour) && coachedEnough.has(due.repId)) return 'coached-enough';
    const answer = quietAfter(due, memory, team.today);
    if (answer !== undefined) return answer;
    if (!isAnyway && isBackedOff(due, memory, team)) return 'backed-off';
    const facts = due.repId === null ? undefined : people.get(due.repId);
    if (isBooked(due, facts)) return 'booked';
    return isAway(due, facts) ? 'away' : undefined;
  };
  return duesByFacts(input).filter((due) => {
    const gate = gateBefore(due);
    trace?.set(due, gate);
    return gate === undefined;
  });
}

/** What is due by the facts, without what a rep stopped as far as they are concerned. */
export function rawDues(input: PlanInput): Due[] {
  return duesByFacts(input).filter((due) => !isStoppedByRep(due, input));
}

function isStoppedByRep(due: Due, { stoppedByRep }: PlanInput): boolean {
  return due.repId !== null && stoppedByRep.get(due.repId)?.includes(due.behaviour) === true;
}

/** The kinds of which somebody hears: only those with reps hear what managers hear, only those with managers what leads hear. */
export function kindsHeard({ team, behaviours }: Pick<PlanInput, 'team' | 'behaviours'>): Behaviour[] {
  const hears = {
    manager: team.reps.length > 0,
    lead: team.managers.length > 0,
    leader: team.reps.length + team.managers.length > 0,
  };
  return behaviours.filter((behaviour) => hears[behaviour.nudges]);
}

function duesByFacts(input: PlanInput): Due[] {
  const { team, policy } = input;
  return kindsHeard(input).flatMap((behaviour) => [...behaviour.due(team, settingsOf(behaviour, policy))]);
}

/** Everybody whom a due may be about. */
export function peopleOf(team: TeamFacts): ReadonlyMap<number, RepBelowFacts> {
  const everybody = [...team.reps, ...team.managers.flatMap(({ manager, reps }) => [manager, ...reps])];
  return new Map(everybody.map((facts) => [facts.rep.id, facts]));
}
