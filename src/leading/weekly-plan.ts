import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { leastAttentionFactor } from './attention.ts';
import { fingerprintOf, subjectOf } from './nudge.ts';
import type { PastNudge } from './nudge.ts';
import { settingsOf } from './policy.ts';
import type { Policy } from './policy.ts';
import { backOff, hasEnoughCoaching, isBooked, mayNudge } from './quiet.ts';

/** All that a plan follows from. The same input gives the same plan. */
export interface PlanInput {
  readonly team: TeamFacts;
  readonly policy: Policy;
  readonly behaviours: readonly Behaviour[];
  /** The manager's nudges of the last 120 days, newest first. */
  readonly past: readonly PastNudge[];
  /** Behaviours that the manager stopped. */
  readonly stopped: readonly string[];
}

/** Being very late counts for no more than four times the rhythm: old neglect must not drown what is fresh. */
const mostOverdue = 4;
const urgentFactor = 2;
/** That nothing is on record yet says more about the record than about the team: real facts come first. */
const absenceFactor = 0.6;
/** A second nudge of one kind in a plan counts half: three different acts help more than one act three times. */
const sameKindFactor = 0.5;
/** An act that was nudged for this person in the last plan waits behind other kinds. */
const repeatedFactor = 0.6;

/** Everything that is due and may be said, in order of need; of several like acts for one rep the weightiest. The Home tab shows it, the plan takes the top. */
export function everythingDue(input: PlanInput): Due[] {
  const ranked = allowedDues(input).toSorted(
    (one, other) => needOf(other, input) - needOf(one, input) || subjectOf(one).localeCompare(subjectOf(other)),
  );
  const seen = new Set<string>();
  return ranked.filter((due) => {
    const like = `${due.behaviour}:${due.repId ?? ''}:${due.askId ?? ''}`;
    return seen.has(like) ? false : seen.add(like) !== undefined;
  });
}

/** Monday's plan: at most `policy.planNudges`, by need, spread over people and kinds. */
export function weeklyPlan(input: PlanInput): Due[] {
  const candidates = everythingDue(input);
  const plan: Due[] = [];
  while (plan.length < input.policy.planNudges) {
    const left = candidates.filter((due) => !plan.includes(due));
    const others = left.filter((due) => due.repId === null || plan.every((planned) => planned.repId !== due.repId));
    const next = best(others.length > 0 ? others : left, (due) => needOf(due, input) * spreadFactor(due, plan));
    if (next === undefined) break;
    plan.push(next);
  }
  return plan;
}

/** What can't wait for the next plan and hasn't been said yet, in order of need. */
export function urgentBetweenPlans(input: PlanInput): Due[] {
  const said = new Set(input.past.map((nudge) => nudge.fingerprint));
  return everythingDue(input).filter((due) => due.urgent && !said.has(fingerprintOf(due)));
}

/** Is what this nudge asked for still true and still to be done? Whatever was answered to it. */
export function isStillDue(
  input: PlanInput,
  nudge: Pick<PastNudge, 'behaviour' | 'repId' | 'dealId' | 'askId'>,
): boolean {
  return rawDues(input).some((due) => subjectOf(due) === subjectOf(nudge));
}

/**
 * How much an act is needed: how overdue × how much it matters × who has had least attention. Of several like acts for one rep
 * the weight decides.
 */
export function needOf(due: Due, input: PlanInput): number {
  const behaviour = input.behaviours.find((candidate) => candidate.id === due.behaviour);
  const facts = factsOf(due, input.team);
  const overdue = Math.min(mostOverdue, due.evidence.elapsed / Math.max(1, due.evidence.rhythm));
  const attention = facts === undefined ? 1 : leastAttentionFactor(input.team, facts);
  const [newest] = input.past.filter((nudge) => nudge.repId === due.repId);
  const known = due.evidence.isAbsence === true ? absenceFactor : 1;
  const repeated = !due.urgent && newest?.behaviour === due.behaviour ? repeatedFactor : 1;
  return (
    overdue * known * (behaviour?.importance ?? 1) * attention * repeated * due.weight * (due.urgent ? urgentFactor : 1)
  );
}

function allowedDues(input: PlanInput): Due[] {
  const { team, policy, behaviours, past, stopped } = input;
  return rawDues(input).filter((due) => {
    if (stopped.includes(due.behaviour) || !mayNudge(due, past, team.today)) return false;
    const facts = factsOf(due, team);
    if (isBooked(due, facts)) return false;
    const isCoaching = behaviours.some((behaviour) => behaviour.id === due.behaviour && behaviour.isCoaching);
    if (
      isCoaching &&
      facts !== undefined &&
      hasEnoughCoaching(behaviours, facts, team.today, policy.coachingHoursAMonth)
    )
      return false;
    return due.urgent || due.evidence.elapsed >= due.evidence.rhythm * backOff(due.behaviour, past);
  });
}

function rawDues({ team, policy, behaviours }: PlanInput): Due[] {
  return behaviours
    .filter((behaviour) => behaviour.nudges === 'manager')
    .flatMap((behaviour) => [...behaviour.due(team, settingsOf(behaviour, policy))]);
}

function factsOf(due: Due, team: TeamFacts): RepFacts | undefined {
  return team.reps.find((facts) => facts.rep.id === due.repId);
}

function spreadFactor(due: Due, plan: readonly Due[]): number {
  return sameKindFactor ** plan.filter((planned) => planned.behaviour === due.behaviour).length;
}

/** The first with the highest score. */
function best(dues: readonly Due[], scoreOf: (due: Due) => number): Due | undefined {
  let winner: Due | undefined;
  let highest = -Infinity;
  for (const due of dues) {
    const score = scoreOf(due);
    if (score > highest) [winner, highest] = [due, score];
  }
  return winner;
}
