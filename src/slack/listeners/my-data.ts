import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { z } from 'zod';
import {
  askAboutMyData,
  disputeEntry,
  entryAboutMe,
  finishDataRequest,
  withdrawDataRequest,
} from '../../acts/data-requests.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson, actingWithRights } from '../wire/acting.ts';
import { summaryOf } from '../loading/log-list.ts';
import { loadMyData } from '../loading/my-data.ts';
import { nameOf } from '../loading/name-of.ts';
import { openOver, openView } from '../wire/open-view.ts';
import { numberedIds } from '../kit/route.ts';
import * as routes from '../routes/my-data.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { entryLine } from '../views/log/entry.ts';
import { disputeForm, disputeSent, myDataView } from '../views/people/my-data.ts';

type Press = BlockAction<ButtonAction>;

/** What is stored about the person who looks, and what they ask for about it. */
export function registerMyData(app: App, context: Context): void {
  app.action<Press>(routes.openMyData.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, myDataView(await loadMyData(context, acting)));
  });
  onPress(app, context, routes.askForExport.id, (acting) => askAboutMyData(context, acting, 'export'));
  onPress(app, context, routes.askForErasure.id, (acting) => askAboutMyData(context, acting, 'erasure'));
  onPress(app, context, numberedIds(routes.withdrawRequest), (acting, value) =>
    withdrawDataRequest(context, acting, routes.withdrawRequest.decode(value).request),
  );
  app.action<Press>(routes.finishRequest.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingWithRights(context, { userId: body.user.id, teamId: body.user.team_id });
    await finishDataRequest(context, acting, routes.finishRequest.decode(action.value).request);
  });
  registerDisputes(app, context);
}

/** Opens it by a command. */
export async function openMyData(context: Context, acting: Person, triggerId: string): Promise<void> {
  await openView(context, triggerId, myDataView(await loadMyData(context, acting)));
}

/** Does it, and shows the page as it is then. */
function onPress(
  app: App,
  context: Context,
  id: string | RegExp,
  act: (acting: Person, value: string | undefined) => Promise<void>,
): void {
  app.action<Press>(id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await act(acting, action.value);
    if (body.view?.type !== 'modal') return;
    await context.slack.views.update({ view_id: body.view.id, view: myDataView(await loadMyData(context, acting)) });
  });
}

function registerDisputes(app: App, context: Context): void {
  app.action<Press>(routes.openDispute.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const entry = await entryAboutMe(context, acting, routes.openDispute.decode(action.value).interaction);
    const what = entryLine(await summaryOf(context, acting, entry));
    const authorName = await nameOf(context.store, entry.managerId);
    await openOver(context, body, disputeForm({ interaction: entry.id, what, authorName }));
  });
  app.view(routes.sendDispute.id, async ({ ack, body, view }) => {
    await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const { interaction } = routes.sendDispute.decode(view.private_metadata);
        const { text } = readForm(disputeSchema, view.state.values);
        return disputeEntry(context, acting, { interactionId: interaction, text, once: `view:${view.id}` });
      },
      (author) => disputeSent(author?.name ?? 'Whoever wrote it'),
    );
  });
}

const disputeSchema = z.object({ text: z.string('Say what isn’t right, in a sentence.') });
