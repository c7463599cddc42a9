import type { Context } from '../context.ts';
import { subjectOf } from '../leading/nudge.ts';
import { occurrenceOf } from '../leading/plan-time.ts';
import type { Policy } from '../leading/policy.ts';
import { everythingDue } from '../leading/weekly-plan.ts';
import { nudgesSince } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { hasRun } from '../store/weekly-marks.ts';
import type { Planning } from '../store/plan-input.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { nameOfWeek, weekOf } from '../time/working-week.ts';
import { addDays, formatDay, instantOf, localDateOf, localTimeOf } from '../time/zoned.ts';
import type { PlanOverview } from './views/home-data.ts';

/** What a manager was asked for this week, what else is due, and when the next plan comes. */
export async function planOverview(context: Context, person: Person, planning: Planning): Promise<PlanOverview> {
  const now = context.clock();
  const input = await planning.inputOf(person.id);
  const { calendar, today } = input.team;
  const beginning = instantOf(weekOf(calendar.days, today), '00:00', calendar.timeZone);
  const nudges = (await nudgesSince(context.store, person.id, beginning)).toSorted(
    (one, other) => one.createdAt.getTime() - other.createdAt.getTime() || one.position - other.position,
  );
  const said = new Set(nudges.filter((nudge) => nudge.state === 'open').map(subjectOf));
  return {
    thisWeek: nudges.map((nudge) => ({
      id: nudge.id,
      headline: nudge.words.headline,
      why: nudge.evidence.sentence,
      state: nudge.state,
    })),
    waiting: everythingDue(input)
      .filter((due) => !said.has(subjectOf(due)))
      .map((due) => ({
        behaviour: due.behaviour,
        repId: due.repId,
        askId: due.askId,
        promiseId: due.repId === null && due.evidence.record?.kind === 'promise' ? due.evidence.record.id : null,
        headline: due.words.headline,
        why: due.evidence.sentence,
      })),
    nextPlan: nextPlan(
      calendar,
      input.policy,
      now,
      await hasRun(context.store, 'plan', person.id, nameOfWeek(calendar.days, today)),
    ),
  };
}

/** `Mon 30 Nov, 09:00` by the person's clock; undefined if neither this week nor the next has a working day for it. A week has one. */
export function nextPlan(
  calendar: WorkingCalendar,
  policy: Policy,
  now: Date,
  cameThisWeek: boolean,
): string | undefined {
  const today = localDateOf(now, calendar.timeZone);
  const isOver = localTimeOf(now, calendar.timeZone) >= policy.planAt;
  const next = [...(cameThisWeek ? [] : [today]), addDays(today, 7)]
    .map((day) => occurrenceOf(calendar, { day: policy.planDay, at: policy.planAt }, day))
    .find((occurrence) => occurrence !== undefined && (occurrence.on > today || (occurrence.on === today && !isOver)));
  return next === undefined ? undefined : `${formatDay(next.on)}, ${policy.planAt}`;
}
