import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../wire/acting.ts';
import { changeForm } from '../wire/change-form.ts';
import { loadLogForm } from '../loading/log-form-data.ts';
import { giveUpSheet, keepFresh } from '../wire/open-sheets.ts';
import { openOver } from '../wire/open-view.ts';
import { loadPersonView } from '../loading/person-data.ts';
import * as routes from '../routes/person.ts';
import { logFormView } from '../views/log/log-form.ts';

type Press = BlockAction<ButtonAction>;

/** Everything on record about one rep, and the way from there into the log. */
export function registerPeople(app: App, context: Context): void {
  app.action<Press>(routes.openPerson.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openSheet(context, acting, body, routes.openPerson.decode(action.value));
  });
  app.action<BlockAction<StaticSelectAction>>(routes.chooseForMore.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openSheet(context, acting, body, routes.chooseForMore.decode(action.selected_option?.value));
  });
  for (const route of [routes.olderEntries, routes.newerEntries, routes.unfoldPerson])
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const draw = drawer(context, acting, route.decode(action.value));
      await showInPlace(context, body, await draw());
      if (body.view?.type === 'modal') keepFresh(context, acting.id, { viewId: body.view.id, draw });
    });
  for (const route of [routes.logAbout, routes.nextStep])
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const form = logFormView(await loadLogForm(context, acting, route.decode(action.value)));
      await showInPlace(context, body, form);
    });
}

interface Looked {
  readonly rep: number;
  readonly page?: number;
  readonly part?: routes.PersonPart;
}

function drawer(context: Context, acting: Person, { rep, page = 0, part }: Looked): () => Promise<ModalView> {
  return () => loadPersonView(context, acting, rep, page, part);
}

/** What is done in it, or meanwhile elsewhere, shows in it. */
async function openSheet(
  context: Context,
  acting: Person,
  pressed: Parameters<typeof openOver>[1],
  looked: Looked,
): Promise<void> {
  const draw = drawer(context, acting, looked);
  const viewId = await openOver(context, pressed, await draw());
  if (viewId !== undefined) keepFresh(context, acting.id, { viewId, draw });
}

/** In the place of the form that the button stands in, so that nothing old stays behind it; by itself from a message or the Home tab. */
export async function showInPlace(context: Context, body: Press, view: ModalView): Promise<void> {
  if (body.view?.type !== 'modal') {
    await openOver(context, body, view);
    return;
  }
  giveUpSheet(body.view.id);
  await changeForm(context, body.view.id, async () => view);
}
