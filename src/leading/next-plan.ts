/** When the next plan will really come: pure, by the rule that sends it. */
import { nextWorkingInstant } from '../time/working-calendar.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { addDays, beginningsOf, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { occurrenceOf, planDue } from './plan-time.ts';
import type { Policy } from './policy.ts';

/** When plans come to somebody, and how often. */
export type PlanPace = Pick<Policy, 'planDay' | 'planAt' | 'planEvery'>;

/** Nobody plans further ahead. */
const mostWeeks = 8;

/**
 * The first instant from `now` on at which a plan is due and this week has had none; `now` itself where one is due already. Undefined
 * for whoever wants none, while nobody knows when the person is back, and where no week to come has a day for it.
 * @param cameIn has the plan of the week of this name come?
 */
export function nextPlanAt(
  calendar: WorkingCalendar,
  { planDay, planAt, planEvery }: PlanPace,
  now: Date,
  cameIn: (week: LocalDate) => boolean,
): Date | undefined {
  if (planEvery === 'never') return undefined;
  const time = { day: planDay, at: planAt };
  const today = localDateOf(now, calendar.timeZone);
  for (let step = 0; step < mostWeeks; step += 1) {
    const occurrence = occurrenceOf(calendar, time, addDays(today, 7 * step));
    if (occurrence === undefined || cameIn(occurrence.week)) continue;
    if (planEvery === 'two-weeks' && cameIn(addDays(occurrence.week, -7))) continue;
    for (const from of beginningsOf(occurrence.on, time.at, calendar.timeZone)) {
      const at = nextWorkingInstant(calendar, from > now ? from : now);
      if (at === undefined) return undefined;
      if (planDue(calendar, time, at)?.week === occurrence.week) return at;
    }
  }
  return undefined;
}
