import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import { leastAttentionFactors } from './attention.ts';
import { mostWeeksUnnudged } from './turns.ts';

/** Being very late counts for no more than four times the rhythm: old neglect must not drown what is fresh. */
const mostOverdue = 4;
const urgentFactor = 2;
/** That nothing is on record yet says more about the record than about the team: real facts come first. */
const absenceFactor = 0.6;

/**
 * How much an act is needed: how overdue (1 on its day, 4 at most; less where all that is known is that nothing is on record) × how much it matters (the behaviour's importance, double where it
 * can't wait, and the due's own weight among several like it) × who has had least: of the manager's time (1 to 1.5), and of nudges
 * (1 for somebody named this week, up to 2 after six weeks without).
 * @param waits weeks since the last nudge about each person, as `weeksUnnudged` counts them
 */
export function needIn(
  { team, behaviours }: { readonly team: TeamFacts; readonly behaviours: readonly Behaviour[] },
  waits: ReadonlyMap<number | null, number>,
): (due: Due) => number {
  const importance = new Map(behaviours.map((behaviour) => [behaviour.id, behaviour.importance]));
  const attention = leastAttentionFactors(team);
  return ({ behaviour, repId, evidence, weight, urgent }) => {
    const known = evidence.isAbsence === true ? absenceFactor : 1;
    const overdue = known * Math.min(mostOverdue, evidence.elapsed / Math.max(1, evidence.rhythm));
    const matters = (importance.get(behaviour) ?? 1) * (urgent ? urgentFactor : 1) * weight;
    const leastTime = repId === null ? 1 : (attention.get(repId) ?? 1);
    const leastNudged = 1 + Math.min(mostWeeksUnnudged, waits.get(repId) ?? 0) / mostWeeksUnnudged;
    return overdue * matters * leastTime * leastNudged;
  };
}
