import { linesNear } from '../../store/lines-near.ts';
import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { decideClaim, withdrawClaim } from '../../acts/line-claims.ts';
import { setUpTeam } from '../../acts/set-up-team.ts';
import type { TeamSetUp } from '../../acts/set-up-team.ts';
import type { Context } from '../../context.ts';
import { managerOf, reportsOf } from '../../leading/roles.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson, actingWithRights } from '../wire/acting.ts';
import { loadWaitingClaims } from '../loading/claims-data.ts';
import { refreshHomes } from '../opening/home.ts';
import { openView } from '../wire/open-view.ts';
import { confirmLine, refuseLine, withdrawLine } from '../routes/claims.ts';
import { openTeam, submitTeam } from '../routes/team.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { teamPeople } from '../wire/team-people.ts';
import { teamForm, teamFormSchema, teamSaved } from '../views/people/team-form.ts';

/** The form in which a manager says who is in their team. */
export function registerTeam(app: App, context: Context): void {
  registerClaims(app, context);
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
        const acting = await actingWithRights(context, { userId: body.user.id, teamId: body.user.team_id });
        const { reps, lead } = readForm(teamFormSchema, view.state.values);
        const repIds = (await teamPeople(context, 'reps', reps)).map((person) => person.id);
        const [leading] = await teamPeople(context, 'lead', lead === undefined ? [] : [lead]);
        const change = await setUpTeam(context, acting, { repIds, leadId: leading?.id, once: `view:${view.id}` });
        return change === undefined ? undefined : { change, view: await savedView(context, acting, change) };
      },
      (result) => result?.view,
    );
    await refreshHomes(context, saved?.change.concerned ?? []);
  });
}

/** Yes and no to a claim, where it was asked and in the Home tab; and taking one's own back. */
function registerClaims(app: App, context: Context): void {
  for (const [route, answer] of [
    [confirmLine, 'yes'],
    [refuseLine, 'no'],
  ] as const)
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingWithRights(context, { userId: body.user.id, teamId: body.user.team_id });
      const { claim } = route.decode(action.value);
      await refreshHomes(context, [...(await decideClaim(context, acting, { claimId: claim, answer })), acting.id]);
    });
  app.action<BlockAction<ButtonAction>>(withdrawLine.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const concerned = await withdrawClaim(context, acting, withdrawLine.decode(action.value).claim);
    if (body.view?.type === 'modal') {
      const view = await savedView(context, acting, { added: [], removed: [] });
      await context.slack.views.update({ view_id: body.view.id, view });
    }
    await refreshHomes(context, concerned);
  });
}

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

/** How the team stands: after saving, and after something was taken back there. */
async function savedView(
  context: Context,
  acting: Person,
  change: Pick<TeamSetUp, 'added' | 'removed'>,
): Promise<ModalView> {
  const namesOf = async (ids: readonly number[]) => (await findPeople(context.store, ids)).map((person) => person.name);
  const size = reportsOf(acting.id, await linesNear(context.store, [acting.id])).length;
  const { own } = await loadWaitingClaims(context.store, acting);
  return teamSaved({
    added: await namesOf(change.added),
    removed: await namesOf(change.removed),
    size,
    waiting: own,
  });
}
