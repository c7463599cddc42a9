import { z } from 'zod';
import {
  askAboutMyData,
  disputeEntry,
  entryAboutMe,
  finishDataRequest,
  withdrawDataRequest,
} from '../../acts/data-requests.ts';
import type { Press } from '../door/incoming.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { summaryOf } from '../loading/log-list.ts';
import { loadMyData } from '../loading/my-data.ts';
import { nameOf } from '../loading/name-of.ts';
import * as routes from '../routes/my-data.ts';
import { entryLine } from '../views/log/entry.ts';
import { disputeForm, disputeSent, myDataView } from '../views/people/my-data.ts';
import { actingWithRights } from '../wire/acting.ts';

const disputeSchema = z.object({ text: z.string('Say what isn’t right, in a sentence.') });

/** What is stored about the person who looks, and what they ask for about it. */
export const myDataListeners: readonly Listener[] = [
  onPress(routes.openMyData, async ({ context, acting, openOver }) => {
    await openOver(myDataView(await loadMyData(context, acting)));
  }),
  showsAgain(routes.askForExport, ({ context, acting }) => askAboutMyData(context, acting, 'export')),
  showsAgain(routes.askForErasure, ({ context, acting }) => askAboutMyData(context, acting, 'erasure')),
  showsAgain(routes.withdrawRequest, ({ context, acting, carried }) =>
    withdrawDataRequest(context, acting, carried.request),
  ),
  onPress(
    routes.finishRequest,
    async ({ context, acting, carried }) => {
      await finishDataRequest(context, acting, carried.request);
      return [];
    },
    actingWithRights,
  ),
  onPress(routes.openDispute, async ({ context, acting, carried, openOver }) => {
    const entry = await entryAboutMe(context, acting, carried.interaction);
    const what = entryLine(await summaryOf(context, acting, entry));
    const authorName = await nameOf(context.store, entry.managerId);
    await openOver(disputeForm({ interaction: entry.id, what, authorName }));
  }),
  onSubmit(routes.sendDispute, async ({ context, acting, carried: { interaction }, once, read }) => {
    const { text } = read(disputeSchema);
    const author = await disputeEntry(context, acting, { interactionId: interaction, text, once });
    return { concerned: [], next: disputeSent(author?.name ?? 'Whoever wrote it') };
  }),
];

/** Does it, and shows the page as it is then. */
function showsAgain<Carried>(route: Route<Carried>, act: (press: Press<Carried>) => Promise<void>): Listener {
  return onPress(route, async (press) => {
    await act(press);
    await press.redraw(async () => myDataView(await loadMyData(press.context, press.acting)));
    return [];
  });
}
