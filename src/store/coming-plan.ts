import type { Behaviour } from '../behaviours/behaviour.ts';
import { nextPlanAt } from '../leading/next-plan.ts';
import type { PlannedNudge } from '../leading/nudge.ts';
import { comingPlan } from '../leading/weekly-plan.ts';
import { nameOfWeek } from '../time/working-week.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadPlanning } from './plan-input.ts';
import type { Planning } from './plan-input.ts';
import { hasRun } from './weekly-marks.ts';

/**
 * What the next plan of a manager or lead will hold as things stand at `now`, in its order; the first is whom a recap announces. Empty
 * for somebody to whom nobody reports.
 * @param known what plans follow from, where it is loaded already
 */
export async function loadComingPlan(
  store: Store,
  behaviours: readonly Behaviour[],
  leaderId: number,
  now: Date,
  known?: Planning,
): Promise<PlannedNudge[]> {
  const planning = known ?? (await loadPlanning(store, behaviours, now));
  if (!planning.facts.leaderIds.includes(leaderId)) return [];
  const input = await planning.inputOf(leaderId);
  const { calendar, today } = input.team;
  const thisWeek = nameOfWeek(calendar.days, today);
  const came = await hasRun(store, 'plan', leaderId, thisWeek);
  const time = { day: input.policy.planDay, at: input.policy.planAt };
  const at = nextPlanAt(calendar, time, now, (week) => came && week === thisWeek);
  return comingPlan(input, at && localDateOf(at, calendar.timeZone));
}
