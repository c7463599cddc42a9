/** What plans follow from, written down as shortly as a test wants to say it. */
import type { Due } from '../../src/behaviours/behaviour.ts';
import type { RepFacts, TeamFacts } from '../../src/behaviours/facts.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { fingerprintOf } from '../../src/leading/nudge.ts';
import type { NudgeState, PastNudge } from '../../src/leading/nudge.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import { lookedAfter, team as teamOf, teamLookedAfter } from './facts.ts';

/** A team whose manager did today what is done for all together. */
export function caredForTeam(reps: readonly RepFacts[]): TeamFacts {
  return teamOf(reps, { teamwide: teamLookedAfter() });
}

/** Somebody with whom all was done today, except what is left out; and what was done instead. */
export function but(without: string, ...instead: RepFacts['interactions']): RepFacts {
  const cared = lookedAfter(2);
  return { ...cared, interactions: [...cared.interactions.filter((entry) => entry.behaviour !== without), ...instead] };
}

/** The default policy, all behaviours, and nothing said yet. */
export function input(more: Partial<PlanInput> & Pick<PlanInput, 'team'>): PlanInput {
  return { policy: defaultPolicy, behaviours, past: [], stopped: [], stoppedByRep: new Map(), ...more };
}

/** A nudge about this, a week before the tests' today unless said otherwise. */
export function nudged(due: Due | undefined, state: NudgeState, more: Partial<PastNudge> = {}): PastNudge {
  if (due === undefined) throw new Error('Nothing is due');
  const { behaviour, repId, dealId, askId, item } = due;
  return {
    id: 1,
    behaviour,
    repId,
    dealId,
    askId,
    item,
    fingerprint: fingerprintOf(due),
    state,
    nudgedOn: '2026-11-16',
    quietUntil: null,
    asksWhy: false,
    ...more,
  };
}

export const oneCheckIn = caredForTeam([but('check-in')]);
