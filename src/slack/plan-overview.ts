import type { Context } from '../context.ts';
import { subjectOf } from '../leading/nudge.ts';
import { everythingDue } from '../leading/weekly-plan.ts';
import { nudgesSince } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import type { Planning } from '../store/plan-input.ts';
import { weekOf } from '../time/working-week.ts';
import { instantOf } from '../time/zoned.ts';
import { loadAway, nextPlanWords } from './away-data.ts';
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
    nextPlan: await nextPlanWords(context.store, person, { calendar, policy: input.policy }, now),
    away: await loadAway(context.store, person, now),
  };
}
