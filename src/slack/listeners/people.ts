import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../acting.ts';
import { loadLogForm } from '../log-form-data.ts';
import { openOver } from '../open-view.ts';
import { loadPersonView } from '../person-data.ts';
import * as routes from '../routes/person.ts';
import { logFormView } from '../views/log-form.ts';

type Press = BlockAction<ButtonAction>;

/** Everything on record about one rep, and the way from there into the log. */
export function registerPeople(app: App, context: Context): void {
  app.action<Press>(routes.openPerson.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { rep, page } = routes.openPerson.decode(action.value);
    await openOver(context, body, await loadPersonView(context, acting, rep, page));
  });
  app.action<BlockAction<StaticSelectAction>>(routes.chooseForMore.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { rep, page } = routes.chooseForMore.decode(action.selected_option?.value);
    await openOver(context, body, await loadPersonView(context, acting, rep, page));
  });
  for (const route of [routes.olderEntries, routes.newerEntries])
    inPlace(app, context, route.id, (acting, value) => {
      const { rep, page } = route.decode(value);
      return loadPersonView(context, acting, rep, page);
    });
  inPlace(app, context, routes.unfoldPerson.id, (acting, value) => {
    const { rep, part } = routes.unfoldPerson.decode(value);
    return loadPersonView(context, acting, rep, 0, part);
  });
  for (const route of [routes.logAbout, routes.nextStep])
    inPlace(app, context, route.id, async (acting, value) =>
      logFormView(await loadLogForm(context, acting, route.decode(value))),
    );
}

/** A button in the form on a rep: another form takes its place, so that nothing old stays behind it. */
function inPlace(
  app: App,
  context: Context,
  routeId: string,
  next: (acting: Person, value: string | undefined) => Promise<ModalView>,
): void {
  app.action<Press>(routeId, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await showInPlace(context, body, await next(acting, action.value));
  });
}

/** In the place of the form that the button stands in; by itself from a message or the Home tab. */
export async function showInPlace(context: Context, body: Press, view: ModalView): Promise<void> {
  if (body.view?.type === 'modal') await context.slack.views.update({ view_id: body.view.id, view });
  else await openOver(context, body, view);
}
