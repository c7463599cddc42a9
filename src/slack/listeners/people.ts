import type { ModalView } from '@slack/types';
import type { Press } from '../door/incoming.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadLogForm } from '../loading/log-form-data.ts';
import { loadPersonView } from '../loading/person-data.ts';
import * as routes from '../routes/person.ts';
import { logFormView } from '../views/log/log-form.ts';
import { keepFresh } from '../wire/open-sheets.ts';

interface Looked {
  readonly rep: number;
  readonly page?: number;
  readonly part?: routes.PersonPart;
}

/** Everything on record about one rep, and the way from there into the log. */
export const peopleListeners: readonly Listener[] = [
  onPress(routes.openPerson, openSheet),
  onPress(routes.chooseForMore, openSheet),
  turns(routes.olderEntries),
  turns(routes.newerEntries),
  turns(routes.unfoldPerson),
  logs(routes.logAbout),
  logs(routes.nextStep),
];

/** What is done in it, or meanwhile elsewhere, shows in it. */
async function openSheet(press: Press<Looked>): Promise<void> {
  const draw = drawerOf(press);
  const viewId = await press.openOver(await draw());
  if (viewId !== undefined) keepFresh(press.context, press.acting.id, { viewId, draw });
}

function turns(route: Route<Looked>): Listener {
  return onPress(route, async (press) => {
    const draw = drawerOf(press);
    await press.showInPlace(await draw());
    if (press.view?.type === 'modal') keepFresh(press.context, press.acting.id, { viewId: press.view.id, draw });
  });
}

function drawerOf({ context, acting, carried: { rep, page = 0, part } }: Press<Looked>): () => Promise<ModalView> {
  return () => loadPersonView(context, acting, rep, page, part);
}

function logs(route: Route<{ rep: number; behaviour?: string | undefined }>): Listener {
  return onPress(route, async ({ context, acting, carried, showInPlace }) => {
    await showInPlace(logFormView(await loadLogForm(context, acting, carried)));
  });
}
