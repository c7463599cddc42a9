/** Why a nudge comes, or why not: the planner's own decision, told by its trace. */
import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepBelowFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { kindsHeard } from './dues.ts';
import type { Gate, PlanInput, Trace } from './dues.ts';
import { remember } from './memory.ts';
import { fingerprintOf, subjectOf } from './nudge.ts';
import type { PastNudge } from './nudge.ts';
import { weeklyPlan } from './weekly-plan.ts';

/** `in-plan`, or what kept it out first. */
export type Verdict = 'in-plan' | Gate;

/** A thing that is due by the facts. */
export interface ExplainedDue {
  readonly due: Due;
  readonly verdict: Verdict;
  /** In the order of the plan, from 1. */
  readonly place: number | undefined;
  /** The last nudge about the same act, where there was one. */
  readonly last: PastNudge | undefined;
}

/** A kind that isn't due about somebody; null is the team, or the person themselves. */
export interface NotDue {
  readonly behaviour: Behaviour;
  readonly repId: PersonId | null;
  /** The local day of the last entry of this kind about them. */
  readonly lastOn: LocalDate | undefined;
}

export interface Explanation {
  /** What is in the plan first, in its order. */
  readonly due: readonly ExplainedDue[];
  readonly notDue: readonly NotDue[];
}

/**
 * What the plan would hold if it were made now, and what it wouldn't. Everything that is due stands here once, with one reason.
 * @param input as the plan gets it
 */
export function explainPlan(input: PlanInput): Explanation {
  const trace: Trace = new Map();
  const planned = weeklyPlan(input, trace).map(fingerprintOf);
  const { byAct } = remember(input.past);
  const due = [...trace].map(([one, gate]): ExplainedDue => {
    const last = byAct.get(subjectOf(one))?.[0];
    // What is in the plan again although it is backed off passed the gates a second time.
    const place = gate === undefined || gate === 'backed-off' ? planned.indexOf(fingerprintOf(one)) + 1 : 0;
    if (place > 0) return { due: one, verdict: 'in-plan', place, last };
    return { due: one, verdict: gate ?? 'plan-full', place: undefined, last };
  });
  const inPlan = due.filter(({ place }) => place !== undefined);
  const out = due.filter(({ place }) => place === undefined);
  return {
    due: [...inPlan.toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0)), ...out],
    notDue: notDueIn(input, due),
  };
}

function notDueIn(input: PlanInput, due: readonly ExplainedDue[]): NotDue[] {
  const known = new Set(due.map(({ due: { behaviour, repId } }) => `${behaviour}:${repId ?? ''}`));
  return kindsHeard(input).flatMap((behaviour) =>
    concerned(behaviour, input.team)
      .filter((facts) => !known.has(`${behaviour.id}:${facts?.rep.id ?? ''}`))
      .map((facts) => ({
        behaviour,
        repId: facts?.rep.id ?? null,
        lastOn: (facts?.interactions ?? input.team.teamwide).find((entry) => entry.behaviour === behaviour.id)
          ?.happenedOn,
      })),
  );
}

/** Whom a kind may be about; undefined is the team, or the person themselves. */
function concerned({ about }: Behaviour, { reps, managers }: TeamFacts): readonly (RepBelowFacts | undefined)[] {
  if (about === 'team') return [undefined];
  if (about === 'rep') return reps;
  return managers.flatMap(({ manager, reps: below }) => (about === 'manager' ? [manager] : below));
}
