import { askManager } from '../../acts/ask-manager.ts';
import { turnTeamsPage } from '../../acts/open-home.ts';
import { ownSubject } from '../../acts/own.ts';
import { takeOverAsk } from '../../acts/take-over-ask.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { openBookingForm } from '../loading/booking-form.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { publishHome } from '../opening/home.ts';
import * as routes from '../routes/digest.ts';
import { questionSchema, writeToForm } from '../views/digest/lead-question.ts';

/** What a lead presses in the digest, and the pages of the teams in their Home tab. */
export const digestListeners: readonly Listener[] = [
  onPress(routes.takeOver, async ({ context, acting, carried, once }) =>
    takeOverAsk(context, acting, { askId: carried.ask, once }),
  ),
  onPress(routes.sitDownWith, ({ context, acting, carried, triggerId }) =>
    openBookingForm(context, acting, triggerId, { behaviour: 'skip-level', rep: carried.rep }),
  ),
  onPress(routes.writeTo, async ({ context, acting, carried: { manager: managerId }, openOver }) => {
    await ownSubject(context.store, acting, 'manager', managerId);
    const name = await shortNameOf(context.store, acting.id, managerId);
    await openOver(writeToForm({ managerId, name }));
  }),
  onSubmit(routes.sendQuestion, async ({ context, acting, carried, once, read }) =>
    askManager(context, acting, { managerId: carried.manager, text: read(questionSchema).text, once }),
  ),
  turnsTo(routes.earlierTeams),
  turnsTo(routes.laterTeams),
];

function turnsTo(route: Route<{ page: number }>): Listener {
  return onPress(route, async ({ context, acting, carried }) => {
    await turnTeamsPage(context.store, acting.id, carried.page);
    await publishHome(context, acting);
  });
}
