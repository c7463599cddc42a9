import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { turnTeamsPage } from '../../acts/open-home.ts';
import { takeOverAsk } from '../../acts/take-over-ask.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../acting.ts';
import { openBookingForm } from '../booking-form.ts';
import { publishHome, refreshHomes } from '../home.ts';
import * as routes from '../routes/digest.ts';

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
  for (const route of [routes.earlierTeams, routes.laterTeams])
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      await turnTeamsPage(context.store, acting.id, route.decode(action.value).page);
      await publishHome(context, acting);
    });
}
