import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { commentOnCycle } from '../../acts/comment-on-cycle.ts';
import { readCycle } from '../../acts/development.ts';
import { acknowledge } from '../../acts/expectations.ts';
import { addOwnGoal, changeOwnGoal, ownGoal, removeOwnGoal } from '../../acts/goals.ts';
import type { Context } from '../../context.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { actingPerson } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import { openOver } from '../wire/open-view.ts';
import { loadPersonView } from '../loading/person-data.ts';
import * as routes from '../routes/development.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { commentForm, commentSchema, goalForm, goalRemovedView, goalSchema } from '../views/log/development-forms.ts';
import { showInPlace } from './people.ts';

type Press = BlockAction<ButtonAction>;

/** Comments on a development cycle, the rep's own goals, and what they confirm having read. */
export function registerDevelopment(app: App, context: Context): void {
  registerComments(app, context);
  registerGoals(app, context);
  app.action<Press>(routes.acknowledgeExpectation.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { expectation } = routes.acknowledgeExpectation.decode(action.value);
    await refreshHomes(context, await acknowledge(context, acting, expectation));
  });
}

function registerComments(app: App, context: Context): void {
  app.action<Press>(routes.openComment.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { cycle: id, rep } = routes.openComment.decode(action.value);
    const cycle = await readCycle(context.store, acting.id, id);
    const otherName =
      cycle.repId === acting.id
        ? await managerNameOf(context, acting)
        : (await findPerson(context.store, cycle.repId))?.name;
    const view = commentForm({ cycle: id, rep, gap: cycle.gap, otherName: otherName ?? 'The other one of you' });
    await showInPlace(context, body, view);
  });
  app.view(routes.saveComment.id, async ({ ack, body, view }) => {
    const said = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const { cycle, rep } = routes.saveComment.decode(view.private_metadata);
        const { text } = readForm(commentSchema, view.state.values);
        const concerned = await commentOnCycle(context, acting, { cycleId: cycle, text, once: `view:${view.id}` });
        return { concerned, next: rep === undefined ? undefined : await loadPersonView(context, acting, rep, 0) };
      },
      (result) => result.next,
    );
    await refreshHomes(context, said?.concerned ?? []);
  });
}

function registerGoals(app: App, context: Context): void {
  app.action<Press>(routes.addGoal.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const managerName = await managerNameOf(context, acting);
    await openOver(context, body, goalForm({ goal: undefined, managerName }));
  });
  app.action<Press>(routes.changeGoal.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const goal = await ownGoal(context.store, acting, routes.changeGoal.decode(action.value).goal);
    await openOver(context, body, goalForm({ goal, managerName: await managerNameOf(context, acting) }));
  });
  app.view(routes.saveGoal.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { goal } = routes.saveGoal.decode(view.private_metadata);
      const { text } = readForm(goalSchema, view.state.values);
      const once = `view:${view.id}`;
      return goal === undefined
        ? addOwnGoal(context, acting, { text, once })
        : changeOwnGoal(context, acting, { goalId: goal, text, once });
    });
    await refreshHomes(context, concerned ?? []);
  });
  app.action<Press>(routes.removeGoal.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { goal } = routes.removeGoal.decode(action.value);
    const concerned = await removeOwnGoal(context, acting, { goalId: goal, once: `trigger:${body.trigger_id}` });
    if (body.view?.type === 'modal')
      await context.slack.views.update({ view_id: body.view.id, view: goalRemovedView() });
    await refreshHomes(context, concerned);
  });
}

async function managerNameOf({ store }: Context, person: Person): Promise<string | undefined> {
  const managerId = await managerIdOf(store, person.id);
  return managerId === undefined ? undefined : (await findPerson(store, managerId))?.name;
}
