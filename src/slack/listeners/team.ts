import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { setUpTeam } from '../../acts/set-up-team.ts';
import type { TeamSetUp } from '../../acts/set-up-team.ts';
import type { Context } from '../../context.ts';
import { managerOf, reportsOf } from '../../leading/roles.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { currentLines } from '../../store/reporting-lines.ts';
import { actingPerson } from '../acting.ts';
import { refreshHomes } from '../home.ts';
import { openView } from '../open-view.ts';
import { openTeam, submitTeam } from '../routes/team.ts';
import { readForm, submitting } from '../submitting.ts';
import { teamPeople } from '../team-people.ts';
import { teamForm, teamFormSchema, teamSaved } from '../views/team-form.ts';

/** The form in which a manager says who is in their team. */
export function registerTeam(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(openTeam.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openTeamForm(context, acting, body.trigger_id);
  });
  app.view(submitTeam.id, async ({ ack, body, view }) => {
    const saved = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const { reps, lead } = readForm(teamFormSchema, view.state.values);
        const repIds = (await teamPeople(context, 'reps', reps)).map((person) => person.id);
        const [leading] = await teamPeople(context, 'lead', lead === undefined ? [] : [lead]);
        const change = await setUpTeam(context, acting, { repIds, leadId: leading?.id, once: `view:${view.id}` });
        return change === undefined ? undefined : { change, view: await savedView(context, change, repIds.length) };
      },
      (result) => result?.view,
    );
    await refreshHomes(context, saved?.change.concerned ?? []);
  });
}

/** Opens the team form, filled with the team as it is. */
export async function openTeamForm(context: Context, acting: Person, triggerId: string): Promise<void> {
  const lines = await currentLines(context.store);
  const reports = await findPeople(context.store, reportsOf(acting.id, lines));
  const leadId = managerOf(acting.id, lines);
  const lead = leadId === undefined ? undefined : await findPerson(context.store, leadId);
  const reps = reports.flatMap((person) => person.slackUserId ?? []);
  await openView(context, triggerId, teamForm({ reps, lead: lead?.slackUserId ?? undefined }));
}

async function savedView(context: Context, change: TeamSetUp, size: number): Promise<ModalView> {
  const namesOf = async (ids: readonly number[]) => (await findPeople(context.store, ids)).map((person) => person.name);
  return teamSaved({ added: await namesOf(change.added), removed: await namesOf(change.removed), size });
}
