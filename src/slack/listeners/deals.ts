import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { clearedFor, sayItMoves, sayStillStuck } from '../../acts/deal-cleared.ts';
import { idleDealOf, leadAbove, promiseToRemove, sayNotBlocked, takeDealToLead } from '../../acts/idle-deal.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { dealName } from '../../behaviours/rhythm.ts';
import type { Person } from '../../store/people.ts';
import { addWorkingDays } from '../../time/working-calendar.ts';
import { actingPerson } from '../wire/acting.ts';
import { openBookingForm } from '../loading/booking-form.ts';
import { nameOfDeal } from '../loading/deal-name.ts';
import { refreshHomes } from '../opening/home.ts';
import { nameOf } from '../loading/name-of.ts';
import { openOver } from '../wire/open-view.ts';
import * as routes from '../routes/deals.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import * as views from '../views/log/deal-answers.ts';

/** As many working days ahead a day is offered. */
const offeredDays = 2;

/** What is done about a deal that stands still, by its manager and its rep. */
export function registerDeals(app: App, context: Context): void {
  registerAnswering(app, context);
  registerClearing(app, context);
  app.view(routes.removeBy.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { nudge } = routes.removeBy.decode(view.private_metadata);
      const read = readForm(views.removeSchema, view.state.values);
      return promiseToRemove(context, acting, { nudgeId: nudge, ...read, once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
  app.view(routes.takeToLead.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { nudge } = routes.takeToLead.decode(view.private_metadata);
      const read = readForm(views.toLeadSchema, view.state.values);
      return takeDealToLead(context, acting, { nudgeId: nudge, ...read, once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
}

function registerAnswering(app: App, context: Context): void {
  app.action<BlockAction<StaticSelectAction>>(routes.answerDeal.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { nudge, answer } = routes.answerDeal.decode(action.selected_option?.value);
    switch (answer) {
      case 'not-blocked':
        await sayNotBlocked(context, acting, nudge);
        await refreshHomes(context, [acting.id]);
        return;
      case 'together':
        await idleDealOf(context.store, acting, nudge);
        await openBookingForm(context, acting, body.trigger_id, { nudge, together: true });
        return;
      case 'remove':
        await openOver(context, body, await removeFormFor(context, acting, nudge));
        return;
      case 'to-lead':
        await openOver(context, body, await toLeadFormFor(context, acting, nudge));
    }
  });
}

function registerClearing(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(routes.dealMoves.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await refreshHomes(context, await sayItMoves(context, acting, routes.dealMoves.decode(action.value).promise));
  });
  app.action<BlockAction<ButtonAction>>(routes.dealStuck.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const promise = await clearedFor(context.store, acting, routes.dealStuck.decode(action.value).promise);
    const deal = await nameOfDeal(context.store, promise.dealId);
    await openOver(context, body, views.stillStuckForm({ promise: promise.id, deal }));
  });
  app.view(routes.dealStuckBecause.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { promise } = routes.dealStuckBecause.decode(view.private_metadata);
      const { text } = readForm(views.stillStuckSchema, view.state.values);
      return sayStillStuck(context, acting, { promiseId: promise, text, once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
}

async function removeFormFor(context: Context, acting: Person, nudgeId: number) {
  const { deal, rep } = await idleDealOf(context.store, acting, nudgeId);
  const { today, calendar } = await dayOf(context.store, acting, context.clock());
  const dueOn = addWorkingDays(calendar, today, offeredDays);
  return views.removeForm({ nudge: nudgeId, deal: dealName(deal), repName: rep.name, dueOn });
}

async function toLeadFormFor(context: Context, acting: Person, nudgeId: number) {
  const { deal, rep } = await idleDealOf(context.store, acting, nudgeId);
  const leadName = await nameOf(context.store, await leadAbove(context.store, acting));
  return views.toLeadForm({ nudge: nudgeId, deal: dealName(deal), repName: rep.name, leadName });
}
