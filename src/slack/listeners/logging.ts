import type { App, BlockAction, ButtonAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { correctInteraction, removeInteraction } from '../../acts/correct-interaction.ts';
import { logInteraction } from '../../acts/log-interaction.ts';
import { ownEntry } from '../../acts/own.ts';
import { shareNote } from '../../acts/share-note.ts';
import type { Context } from '../../context.ts';
import { describeError } from '../../log.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../wire/acting.ts';
import { changeForm } from '../wire/change-form.ts';
import { refreshHomes } from '../opening/home.ts';
import { changedLogForm, openLogForm, readLogForm } from '../opening/log-form.ts';
import type { SubmittedView } from '../opening/log-form.ts';
import { loadLogForm } from '../loading/log-form-data.ts';
import { loadLogList, loadNote } from '../loading/log-list.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { openOver } from '../wire/open-view.ts';
import { reply } from '../wire/reply.ts';
import * as routes from '../routes/logging.ts';
import type { LogList } from '../routes/logging.ts';
import { savedSummaryOf } from '../loading/seen-when.ts';
import { submitting } from '../wire/submitting.ts';
import * as entries from '../views/log/entry.ts';
import { logFormView } from '../views/log/log-form.ts';

type Press = BlockAction<ButtonAction>;

/** The log: its form, its list, and what can be done with an entry. */
export function registerLogging(app: App, context: Context): void {
  registerForm(app, context);
  registerEntry(app, context);
  for (const route of [routes.listLog, routes.olderLog, routes.newerLog])
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const view = await loadLogList(context, acting, route.decode(action.value));
      if (body.view?.type === 'modal') await context.slack.views.update({ view_id: body.view.id, view });
      else await openOver(context, body, view);
    });
}

function registerForm(app: App, context: Context): void {
  app.action<Press>(routes.openLog.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openLogForm(context, acting, body.trigger_id, routes.openLog.decode(action.value));
  });
  app.action<Press>(routes.correctLog.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const form = await loadLogForm(context, acting, routes.correctLog.decode(action.value));
    await openOver(context, body, logFormView(form));
  });
  for (const route of [routes.changeLog, routes.moreLog])
    app.action<BlockAction>(route.id, async ({ ack, body }) => {
      await ack();
      const { view } = body;
      if (view === undefined) return;
      await changeForm(context, view.id, async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        return changedLogForm(context, acting, view, route === routes.moreLog);
      });
    });
  app.view(routes.saveLog.id, async ({ ack, body, view }) => {
    const saved = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        return { acting, ...(await save(context, acting, view, `view:${view.id}`)) };
      },
      (result) => result.next,
    );
    if (saved === undefined) return;
    await refreshList(context, saved.acting, view.previous_view_id, saved.list);
    await refreshHomes(context, saved.concerned);
  });
}

/** @returns whose Homes are old now, the list below the form, and what the form becomes where nothing else shows the entry */
async function save(context: Context, acting: Person, view: SubmittedView, once: string) {
  const { carried, entry } = readLogForm(context, view);
  const { interaction, nudge, booking, list } = carried;
  if (interaction !== undefined) {
    const { concerned } = await correctInteraction(context, acting, { interactionId: interaction, entry, once });
    return { concerned, list, next: undefined };
  }
  const logged = await logInteraction(context, acting, { entry, nudgeId: nudge, bookingId: booking, once });
  if (logged.interactionId === undefined) return { concerned: logged.concerned, list, next: undefined };
  const saved = await ownEntry(context.store, acting, logged.interactionId);
  const summary = await savedSummaryOf(context, acting, saved);
  // A nudge or a booking shows it by itself; not when whom it is about will see it.
  const isShown = (nudge !== undefined || booking !== undefined) && summary.seenLater === undefined;
  const next = isShown ? undefined : entries.savedEntryView(summary);
  return { concerned: logged.concerned, list, next };
}

function registerEntry(app: App, context: Context): void {
  app.action<Press>(routes.shareNote.id, async ({ ack, body, action, respond }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { interaction } = routes.shareNote.decode(action.value);
    const since = context.clock();
    const rep = await shareNote(context, acting, interaction);
    const shared = await ownEntry(context.store, acting, interaction);
    const summary = await savedSummaryOf(context, acting, shared, since);
    const message = { text: entries.savedEntryText(summary), blocks: entries.savedEntryBlocks(summary) };
    await showInPlace(context, body, respond, entries.savedEntryView(summary), message);
    await refreshHomes(context, [acting.id, rep.id]);
  });
  app.action<Press>(routes.deleteEntry.id, async ({ ack, body, action, respond }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { interaction, list } = routes.deleteEntry.decode(action.value);
    const { concerned } = await removeInteraction(context, acting, interaction);
    const isInList = body.view?.callback_id === routes.listLog.id && list !== undefined;
    const view = isInList ? await loadLogList(context, acting, list) : entries.deletedEntryView();
    const blocks = entries.deletedEntryBlocks();
    await showInPlace(context, body, respond, view, { text: 'Deleted.', blocks });
    if (!isInList) await refreshList(context, acting, body.view?.previous_view_id, list);
    await refreshHomes(context, concerned);
  });
  app.action<Press>(routes.readNote.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, await loadNote(context, acting, routes.readNote.decode(action.value).interaction));
  });
}

/** Where the button stood: the form, or the answer that only the acting person sees. */
async function showInPlace(
  context: Context,
  body: Press,
  respond: RespondFn,
  view: ModalView,
  message: RenderedMessage,
): Promise<void> {
  if (body.view?.type === 'modal') {
    await context.slack.views.update({ view_id: body.view.id, view });
    return;
  }
  const { text } = message;
  try {
    await respond({ replace_original: true, text, blocks: [...message.blocks] });
  } catch {
    await reply(context, respond, body.user.id, message);
  }
}

/** The list below a form shows something old now. It may be closed meanwhile: then nobody misses it. */
async function refreshList(
  context: Context,
  acting: Person,
  viewId: string | null | undefined,
  list: LogList | undefined,
): Promise<void> {
  if (typeof viewId !== 'string' || list === undefined) return;
  try {
    await context.slack.views.update({ view_id: viewId, view: await loadLogList(context, acting, list) });
  } catch (error) {
    context.log.debug({ error: describeError(error).kind }, 'A list below a form was not updated');
  }
}
