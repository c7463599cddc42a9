import { correctInteraction, removeInteraction } from '../../acts/correct-interaction.ts';
import { logInteraction } from '../../acts/log-interaction.ts';
import { ownEntry } from '../../acts/own.ts';
import { shareNote } from '../../acts/share-note.ts';
import type { Context } from '../../context.ts';
import { describeError } from '../../log.ts';
import type { Person } from '../../store/people.ts';
import type { StandingView } from '../door/incoming.ts';
import { onChange, onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadLogForm } from '../loading/log-form-data.ts';
import { loadLogList, loadNote } from '../loading/log-list.ts';
import { savedSummaryOf } from '../loading/seen-when.ts';
import { changedLogForm, openLogForm, readLogForm } from '../opening/log-form.ts';
import * as routes from '../routes/logging.ts';
import type { LogList } from '../routes/logging.ts';
import * as entries from '../views/log/entry.ts';
import { logFormView } from '../views/log/log-form.ts';
import { updateView } from '../wire/open-view.ts';

const formListeners: readonly Listener[] = [
  onPress(routes.openLog, ({ context, acting, carried, triggerId }) =>
    openLogForm(context, acting, triggerId, carried),
  ),
  onPress(routes.correctLog, async ({ context, acting, carried, openOver }) => {
    await openOver(logFormView(await loadLogForm(context, acting, carried)));
  }),
  onChange(routes.changeLog, ({ context, acting, view }) => changedLogForm(context, acting, view)),
  onChange(routes.moreLog, ({ context, acting, view }) => changedLogForm(context, acting, view, true)),
  onSubmit(routes.saveLog, async ({ context, acting, view, once }) => {
    const { concerned, list, next } = await save(context, acting, view, once);
    return { concerned, next, afterwards: () => refreshList(context, acting, view.previous_view_id, list) };
  }),
];

const entryListeners: readonly Listener[] = [
  onPress(routes.shareNote, async (press) => {
    const { context, acting, carried } = press;
    const since = context.clock();
    const rep = await shareNote(context, acting, carried.interaction);
    const shared = await ownEntry(context.store, acting, carried.interaction);
    const summary = await savedSummaryOf(context, acting, shared, since);
    if (press.view?.type === 'modal') await press.redraw(async () => entries.savedEntryView(summary));
    else
      await press.replaceMessage({
        text: entries.savedEntryText(summary),
        blocks: entries.savedEntryBlocks(summary),
      });
    return [acting.id, rep.id];
  }),
  onPress(routes.deleteEntry, async (press) => {
    const { context, acting, view } = press;
    const { interaction, list } = press.carried;
    const { concerned } = await removeInteraction(context, acting, interaction);
    const isInList = view?.callback_id === routes.listLog.id && list !== undefined;
    if (view?.type === 'modal')
      await press.redraw(async () => (isInList ? loadLogList(context, acting, list) : entries.deletedEntryView()));
    else await press.replaceMessage({ text: 'Deleted.', blocks: entries.deletedEntryBlocks() });
    if (!isInList) await refreshList(context, acting, view?.previous_view_id, list);
    return concerned;
  }),
  onPress(routes.readNote, async ({ context, acting, carried, openOver }) => {
    await openOver(await loadNote(context, acting, carried.interaction));
  }),
];

/** The log: its form, its list, and what can be done with an entry. */
export const loggingListeners: readonly Listener[] = [
  ...formListeners,
  ...entryListeners,
  lists(routes.listLog),
  lists(routes.olderLog),
  lists(routes.newerLog),
];

function lists(route: Route<LogList>): Listener {
  return onPress(route, async ({ context, acting, carried, view, redraw, openOver }) => {
    if (view?.type === 'modal') await redraw(() => loadLogList(context, acting, carried));
    else await openOver(await loadLogList(context, acting, carried));
  });
}

/** @returns whose Homes are old now, the list below the form, and what the form becomes where nothing else shows the entry */
async function save(context: Context, acting: Person, view: StandingView, once: string) {
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

/** The list below a form shows something old now. It may be closed meanwhile: then nobody misses it. */
async function refreshList(
  context: Context,
  acting: Person,
  viewId: string | null | undefined,
  list: LogList | undefined,
): Promise<void> {
  if (typeof viewId !== 'string' || list === undefined) return;
  try {
    await updateView(context, viewId, await loadLogList(context, acting, list));
  } catch (error) {
    context.log.debug({ error: describeError(error).kind }, 'A list below a form was not updated');
  }
}
