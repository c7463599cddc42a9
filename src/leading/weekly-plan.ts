import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { daysRemembered, remember } from './memory.ts';
import type { Memory } from './memory.ts';
import { needIn } from './need.ts';
import { fingerprintOf, subjectOf } from './nudge.ts';
import type { PastNudge, PlannedNudge } from './nudge.ts';
import { settingsOf } from './policy.ts';
import type { Policy } from './policy.ts';
import {
  asksWhy,
  hasEnoughCoaching,
  isAway,
  isBackedOff,
  isBooked,
  isInARow,
  isSaidThisWeek,
  mayNudge,
} from './quiet.ts';
import { goesByWaiting, weeksUnnudged } from './turns.ts';
import { addDays } from '../time/zoned.ts';

/** All that a plan follows from. The same input gives the same plan. */
export interface PlanInput {
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
}

/** A second nudge of one kind in a plan counts half: three different acts help more than one act three times. */
const sameKindFactor = 0.5;

interface Candidate {
  readonly due: Due;
  readonly need: number;
}

/** Everything that is due and may be said, in order of need; of several like acts for one rep the weightiest. The Home tab shows it, the plan takes the top. */
export function everythingDue(input: PlanInput): Due[] {
  const memory = remember(input.past);
  return candidatesOf(input, memory, weeksUnnudged(input.team, memory)).map(({ due }) => due);
}

/**
 * Monday's plan: at most `policy.planNudges`, by need, spread over people and kinds. No two of a kind in a row for one person. Where
 * it gets tight, those who have waited longest for any nudge come first, so that everybody is reached within six plans.
 * @param input in its `past` nothing of an earlier week is open any more: see `passedOver`
 */
export function weeklyPlan(input: PlanInput): PlannedNudge[] {
  const { team, policy } = input;
  const memory = remember(input.past);
  const waits = weeksUnnudged(team, memory);
  const last = new Map<number | null, Pick<PastNudge, 'behaviour' | 'nudgedOn'> | undefined>();
  for (const [person, [newest]] of memory.about) last.set(person, newest);
  const planned: Due[] = [];
  let left = candidatesOf(input, memory, waits).filter(
    ({ due }) => !isElsewhere(due, input) && !isSaidThisWeek(due, memory, team),
  );
  for (let places = policy.planNudges; places > 0; places -= 1) {
    const fitting = left.filter(({ due }) => !isInARow(due, last.get(due.repId), team.today));
    const fresh = fitting.filter(({ due }) => due.repId === null || planned.every(({ repId }) => repId !== due.repId));
    const offered = fresh.length > 0 ? fresh : fitting;
    const byWaiting = goesByWaiting(waits.values(), policy.planNudges, places);
    const chosen = best(byWaiting ? longestWaiting(offered, waits) : offered, planned);
    if (chosen === undefined) break;
    planned.push(chosen);
    left = left.filter(({ due }) => due !== chosen);
    last.set(chosen.repId, { behaviour: chosen.behaviour, nudgedOn: team.today });
    if (waits.has(chosen.repId)) waits.set(chosen.repId, 0);
  }
  return withQuestion(planned, memory);
}

/**
 * What can't wait for the next plan and hasn't been said yet, or was snoozed and is back, in order of need. What has been due for
 * longer than nudges are remembered has waited before: it stands in the plans.
 */
export function urgentBetweenPlans(input: PlanInput): PlannedNudge[] {
  const memory = remember(input.past);
  const earliest = addDays(input.team.today, -daysRemembered);
  const urgent = candidatesOf(input, memory, weeksUnnudged(input.team, memory))
    .map(({ due }) => due)
    .filter((due) => due.urgent && due.evidence.dueSince > earliest && !memory.said.has(fingerprintOf(due)))
    .filter((due) => !isElsewhere(due, input));
  return withQuestion(urgent, memory);
}

/** The acts, as `subjectOf` names them, that are true and still to be done, whatever was answered to nudges about them. */
export function actsDue(input: PlanInput): ReadonlySet<string> {
  return new Set(rawDues(input).map(subjectOf));
}

/** What may be said, by need; of like acts for one rep the neediest. */
function candidatesOf(input: PlanInput, memory: Memory, waits: ReadonlyMap<number | null, number>): Candidate[] {
  const needOf = needIn(input, waits);
  const ranked = allowedDues(input, memory)
    .map((due) => ({ due, need: needOf(due), act: subjectOf(due) }))
    .toSorted((one, other) => other.need - one.need || (one.act < other.act ? -1 : 1));
  const likes = new Set<string>();
  return ranked.filter(({ due }) => {
    const like = `${due.behaviour}:${due.repId ?? ''}:${due.askId ?? ''}:${due.item ?? ''}`;
    return likes.has(like) ? false : likes.add(like) !== undefined;
  });
}

function allowedDues(input: PlanInput, memory: Memory): Due[] {
  const { team, policy, behaviours, stopped } = input;
  const people = peopleOf(team);
  const coaching = new Set(behaviours.filter(({ isCoaching }) => isCoaching).map(({ id }) => id));
  const coachedEnough = new Set(
    team.reps
      .filter((facts) => hasEnoughCoaching(coaching, facts, team.today, policy.coachingHoursAMonth))
      .map(({ rep }) => rep.id),
  );
  return rawDues(input).filter((due) => {
    if (stopped.includes(due.behaviour)) return false;
    if (due.repId !== null && coaching.has(due.behaviour) && coachedEnough.has(due.repId)) return false;
    if (!mayNudge(due, memory, team.today) || isBackedOff(due, memory, team)) return false;
    const facts = due.repId === null ? undefined : people.get(due.repId);
    return !isBooked(due, facts) && !isAway(due, facts);
  });
}

/** What is due by the facts alone. Only those with reps hear what managers hear, only those with managers what leads hear. */
function rawDues({ team, policy, behaviours, stoppedByRep }: PlanInput): Due[] {
  const hears = {
    manager: team.reps.length > 0,
    lead: team.managers.length > 0,
    leader: team.reps.length + team.managers.length > 0,
  };
  return behaviours
    .filter((behaviour) => hears[behaviour.nudges])
    .flatMap((behaviour) => [...behaviour.due(team, settingsOf(behaviour, policy))])
    .filter((due) => due.repId === null || stoppedByRep.get(due.repId)?.includes(due.behaviour) !== true);
}

function isElsewhere({ behaviour }: Due, { elsewhere }: PlanInput): boolean {
  return elsewhere?.has(behaviour) === true;
}

/** Everybody whom a due may be about. */
function peopleOf(team: TeamFacts): ReadonlyMap<number, RepFacts> {
  const everybody = [...team.reps, ...team.managers.flatMap(({ manager, reps }) => [manager, ...reps])];
  return new Map(everybody.map((facts) => [facts.rep.id, facts]));
}

/** Those about whoever has waited longest; all, where nobody who waits has a claim. */
function longestWaiting(
  candidates: readonly Candidate[],
  waits: ReadonlyMap<number | null, number>,
): readonly Candidate[] {
  const longest = Math.max(0, ...candidates.map(({ due }) => waits.get(due.repId) ?? 0));
  return longest === 0 ? candidates : candidates.filter(({ due }) => waits.get(due.repId) === longest);
}

/** The neediest, a kind that the plan has already counting half; the first where two are as needy. */
function best(candidates: readonly Candidate[], planned: readonly Due[]): Due | undefined {
  let winner: Due | undefined;
  let highest = -Infinity;
  for (const { due, need } of candidates) {
    const alike = planned.filter(({ behaviour }) => behaviour === due.behaviour).length;
    const score = need * sameKindFactor ** alike;
    if (score > highest) [winner, highest] = [due, score];
  }
  return winner;
}

/** Marks the first of each kind that has been ignored: one question a message and kind is enough. */
function withQuestion(dues: readonly Due[], memory: Memory): PlannedNudge[] {
  const kinds = new Set<string>();
  return dues.map((due) => {
    const isFirst = !kinds.has(due.behaviour);
    kinds.add(due.behaviour);
    return { ...due, asksWhy: isFirst && asksWhy(due, memory) };
  });
}
