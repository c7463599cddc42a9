import type { Context } from '../../context.ts';
import { managerOf, reportsOf } from '../../leading/roles.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { linesNear } from '../../store/lines-near.ts';
import { loadWaitingClaims } from '../loading/claims-data.ts';
import { teamForm } from '../views/people/team-form.ts';
import { openView } from '../wire/open-view.ts';

/** Opens the team form, filled with the team as it is. */
export async function openTeamForm(context: Context, acting: Person, triggerId: string): Promise<void> {
  const lines = await linesNear(context.store, [acting.id]);
  const reports = await findPeople(context.store, reportsOf(acting.id, lines));
  const leadId = managerOf(acting.id, lines);
  const lead = leadId === undefined ? undefined : await findPerson(context.store, leadId);
  const reps = reports.flatMap((person) => person.slackUserId ?? []);
  const { own } = await loadWaitingClaims(context.store, acting);
  const isNew = reports.length === 0 && lead === undefined;
  const form = { reps, lead: lead?.slackUserId ?? undefined, isNew, waiting: own.length };
  await openView(context, triggerId, teamForm(form));
}
