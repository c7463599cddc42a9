import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { creditIdea, reopenOwnPromise, uncreditIdea } from '../../acts/settled-things.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findAssignment } from '../../store/cycles.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import { openLogForm } from '../opening/log-form.ts';
import { openOver } from '../wire/open-view.ts';
import { loadRestView } from '../loading/rest.ts';
import type { Route } from '../kit/route.ts';
import * as routes from '../routes/things.ts';
import { showInPlace } from './people.ts';

type Press = BlockAction<ButtonAction>;

/** What a promise, an assignment or an idea is answered with where it stands, beside what promises and asks have of their own. */
export function registerThings(app: App, context: Context): void {
  onTap(app, context, routes.creditIdea, (acting, { idea }) => creditIdea(context, acting, idea));
  onTap(app, context, routes.uncreditIdea, (acting, { idea }) => uncreditIdea(context, acting, idea));
  onTap(app, context, routes.reopenPromise, (acting, { promise }) => reopenOwnPromise(context, acting, promise));
  app.action<Press>(routes.seeTheRest.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, await loadRestView(context, acting, routes.seeTheRest.decode(action.value).page));
  });
  for (const route of [routes.restBefore, routes.restAfter])
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      await showInPlace(context, body, await loadRestView(context, acting, route.decode(action.value).page));
    });
  app.action<Press>(routes.evaluateAssignment.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { assignment: id } = routes.evaluateAssignment.decode(action.value);
    const assignment = await findAssignment(context.store, id);
    if (assignment === undefined)
      throw new UserError('That assignment is gone, so nothing changed. Your Home tab shows how things stand.');
    const opening = { behaviour: 'evaluate-assignment', only: true as const, rep: assignment.repId, assignment: id };
    await openLogForm(context, acting, body.trigger_id, opening);
  });
}

/** Something was settled in the list of what else is due: it goes from there at once. */
export async function showRestAgain(context: Context, acting: Person, { view }: Press): Promise<void> {
  if (view?.callback_id !== routes.seeTheRest.id) return;
  const { page } = routes.seeTheRest.decode(view.private_metadata);
  await context.slack.views.update({ view_id: view.id, view: await loadRestView(context, acting, page) });
}

function onTap<Carried>(
  app: App,
  context: Context,
  route: Route<Carried>,
  tap: (acting: Person, carried: Carried) => Promise<readonly number[]>,
): void {
  app.action<Press>(route.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const concerned = await tap(acting, route.decode(action.value));
    await showRestAgain(context, acting, body);
    await refreshHomes(context, concerned);
  });
}
