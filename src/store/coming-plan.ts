import type { PersonId } from '../behaviours/ids.ts';
import { nextPlanAt } from '../leading/next-plan.ts';
import type { PlannedNudge } from '../leading/nudge.ts';
import { comingPlan } from '../leading/weekly-plan.ts';
import { nameOfWeek } from '../time/working-week.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { announce } from './full-weeks.ts';
import type { Planning } from './plan-input.ts';
import { ranLately } from './weekly-marks.ts';

/** The next plan of somebody as things stand. */
export interface ComingPlan {
  /** The name of the week that it is for; undefined while nobody knows when it comes. */
  readonly week: LocalDate | undefined;
  readonly nudges: readonly PlannedNudge[];
}

/**
 * What the next plan of a manager or lead will hold as things stand at `now`, in its order; the first is whom a recap announces. Empty
 * for somebody to whom nobody reports.
 */
export async function comingPlanOf(
  store: Store,
  planning: Planning,
  leaderId: PersonId,
  now: Date,
): Promise<ComingPlan> {
  if (!planning.facts.leaderIds.includes(leaderId)) return { week: undefined, nudges: [] };
  const input = await planning.inputOf(leaderId);
  const { calendar, today } = input.team;
  const cameIn = await ranLately(store, 'plan', leaderId, nameOfWeek(calendar.days, today));
  const at = nextPlanAt(calendar, input.policy, now, cameIn);
  const on = at && localDateOf(at, calendar.timeZone);
  return { week: on && nameOfWeek(calendar.days, on), nudges: comingPlan(input, on) };
}

/** Whom the next plan names first keeps a place in it, whatever comes up until then. */
export async function announceComing(
  store: Store,
  leaderId: PersonId,
  { week, nudges }: ComingPlan,
  now: Date,
): Promise<void> {
  const repId = nudges.find((nudge) => nudge.repId !== null)?.repId;
  if (week !== undefined && typeof repId === 'number') await announce(store, leaderId, week, repId, now);
}
