import { clearedFor, sayItMoves, sayStillStuck } from '../../acts/deal-cleared.ts';
import { idleDealOf, leadAbove, promiseToRemove, sayNotBlocked, takeDealToLead } from '../../acts/idle-deal.ts';
import { dayOf } from '../../acts/own.ts';
import type { NudgeId } from '../../behaviours/ids.ts';
import { dealName } from '../../behaviours/rhythm.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { addWorkingDays } from '../../time/working-calendar.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { openBookingForm } from '../loading/booking-form.ts';
import { nameOfDeal } from '../loading/deal-name.ts';
import { nameOf } from '../loading/name-of.ts';
import * as routes from '../routes/deals.ts';
import * as views from '../views/log/deal-answers.ts';

/** As many working days ahead a day is offered. */
const offeredDays = 2;

/** What is done about a deal that stands still, by its manager and its rep. */
export const dealListeners: readonly Listener[] = [
  onPress(routes.answerDeal, async ({ context, acting, carried: { nudge, answer }, triggerId, openOver }) => {
    switch (answer) {
      case 'not-blocked':
        await sayNotBlocked(context, acting, nudge);
        return [acting.id];
      case 'together':
        await idleDealOf(context.store, acting, nudge);
        await openBookingForm(context, acting, triggerId, { nudge, together: true });
        return undefined;
      case 'remove':
        await openOver(await removeFormFor(context, acting, nudge));
        return undefined;
      case 'to-lead':
        await openOver(await toLeadFormFor(context, acting, nudge));
        return undefined;
    }
  }),
  onSubmit(routes.removeBy, async ({ context, acting, carried, once, read }) =>
    promiseToRemove(context, acting, { nudgeId: carried.nudge, ...read(views.removeSchema), once }),
  ),
  onSubmit(routes.takeToLead, async ({ context, acting, carried, once, read }) =>
    takeDealToLead(context, acting, { nudgeId: carried.nudge, ...read(views.toLeadSchema), once }),
  ),
  onPress(routes.dealMoves, async ({ context, acting, carried }) => sayItMoves(context, acting, carried.promise)),
  onPress(routes.dealStuck, async ({ context, acting, carried, openOver }) => {
    const promise = await clearedFor(context.store, acting, carried.promise);
    const deal = await nameOfDeal(context.store, promise.dealId);
    await openOver(views.stillStuckForm({ promise: promise.id, deal }));
  }),
  onSubmit(routes.dealStuckBecause, async ({ context, acting, carried, once, read }) =>
    sayStillStuck(context, acting, { promiseId: carried.promise, text: read(views.stillStuckSchema).text, once }),
  ),
];

async function removeFormFor(context: Context, acting: Person, nudgeId: NudgeId) {
  const { deal, rep } = await idleDealOf(context.store, acting, nudgeId);
  const { today, calendar } = await dayOf(context.store, acting, context.clock());
  const dueOn = addWorkingDays(calendar, today, offeredDays);
  return views.removeForm({ nudge: nudgeId, deal: dealName(deal), repName: rep.name, dueOn });
}

async function toLeadFormFor(context: Context, acting: Person, nudgeId: NudgeId) {
  const { deal, rep } = await idleDealOf(context.store, acting, nudgeId);
  const leadName = await nameOf(context.store, await leadAbove(context.store, acting));
  return views.toLeadForm({ nudge: nudgeId, deal: dealName(deal), repName: rep.name, leadName });
}
