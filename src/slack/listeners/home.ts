import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { noteHomeOpened, turnHomePage } from '../../acts/open-home.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { actingPerson } from '../acting.ts';
import { publishHome } from '../home.ts';
import { earlierPeople, laterPeople } from '../routes/home.ts';
import { closedHome } from '../views/home.ts';

/** The Home tab: published when it is opened, and its pages turned. */
export function registerHome(app: App, context: Context): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    try {
      const acting = await actingPerson(context, { userId: event.user });
      await noteHomeOpened(context, acting);
      await publishHome(context, acting);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      await context.slack.views.publish({ user_id: event.user, view: closedHome(error.message) });
    }
  });
  for (const route of [earlierPeople, laterPeople])
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      await turnHomePage(context.store, acting.id, route.decode(action.value).page);
      await publishHome(context, acting);
    });
}
