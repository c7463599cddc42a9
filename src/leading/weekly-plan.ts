import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import type { PastNudge } from './nudge.ts';
import { settingsOf } from './policy.ts';
import type { Policy } from './policy.ts';

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

/** Everything that is due now and may be said, in order of need. The Home tab shows it; the plan takes the top. */
export function everythingDue(input: PlanInput): Due[] {
  const { team, policy, behaviours } = input;
  return behaviours
    .filter((behaviour) => behaviour.nudges === 'manager' && !input.stopped.includes(behaviour.id))
    .flatMap((behaviour) => [...behaviour.due(team, settingsOf(behaviour, policy))]);
}

/** Monday's plan: at most `policy.planNudges`, by need. */
export function weeklyPlan(input: PlanInput): Due[] {
  return everythingDue(input).slice(0, input.policy.planNudges);
}

/** What can't wait for the next plan and hasn't been said yet. */
export function urgentBetweenPlans(input: PlanInput): Due[] {
  return everythingDue(input).filter((due) => due.urgent);
}

/** Is what this nudge asked for still true and still to be done? */
export function isStillDue(input: PlanInput, nudge: PastNudge): boolean {
  return everythingDue(input).some(
    (due) => due.behaviour === nudge.behaviour && due.repId === nudge.repId && due.dealId === nudge.dealId,
  );
}
