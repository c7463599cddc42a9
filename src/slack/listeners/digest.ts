import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { askManager } from '../../acts/ask-manager.ts';
import { turnTeamsPage } from '../../acts/open-home.ts';
import { ownSubject } from '../../acts/own.ts';
import { takeOverAsk } from '../../acts/take-over-ask.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { openBookingForm } from '../loading/booking-form.ts';
import { publishHome, refreshHomes } from '../opening/home.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { openOver } from '../wire/open-view.ts';
import * as routes from '../routes/digest.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { questionSchema, writeToForm } from '../views/digest/lead-question.ts';

/** What a lead presses in the digest, and the pages of the teams in their Home tab. */
export function registerDigest(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(routes.takeOver.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { ask: askId } = routes.takeOver.decode(action.value);
    await refreshHomes(context, await takeOverAsk(context, acting, { askId, once: `trigger:${body.trigger_id}` }));
  });
  app.action<BlockAction<StaticSelectAction>>(routes.sitDownWith.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { rep } = routes.sitDownWith.decode(action.selected_option?.value);
    await openBookingForm(context, acting, body.trigger_id, { behaviour: 'skip-level', rep });
  });
  app.action<BlockAction<ButtonAction>>(routes.writeTo.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const managerId = routes.writeTo.decode(action.value).manager;
    await ownSubject(context.store, acting, 'manager', managerId);
    const name = await shortNameOf(context.store, acting.id, managerId);
    await openOver(context, body, writeToForm({ managerId, name }));
  });
  app.view(routes.sendQuestion.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { manager: managerId } = routes.sendQuestion.decode(view.private_metadata);
      const { text } = readForm(questionSchema, view.state.values);
      return askManager(context, acting, { managerId, text, once: `view:${view.id}` });
    });
    await refreshHomes(context, concerned ?? []);
  });
  for (const route of [routes.earlierTeams, routes.laterTeams])
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      await turnTeamsPage(context.store, acting.id, route.decode(action.value).page);
      await publishHome(context, acting);
    });
}
