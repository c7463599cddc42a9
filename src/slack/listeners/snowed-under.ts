import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { answerHello } from '../../acts/answer-hello.ts';
import { beSnowedUnder, takeWeekBack, thinnedNow } from '../../acts/snowed-under.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import { reply } from '../wire/reply.ts';
import * as routes from '../routes/snowed-under.ts';
import { snowedUnderMessage } from '../views/nudge/snowed-under.ts';

/** A week made thin and full again, and what somebody says who was asked whether to go on. */
export function registerSnowedUnder(app: App, context: Context): void {
  const weeks = [
    { route: routes.oneThing, choice: 'one' },
    { route: routes.nothingMore, choice: 'none' },
    { route: routes.fullWeekAgain, choice: undefined },
  ] as const;
  for (const { route, choice } of weeks)
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, respond }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      await (choice === undefined ? takeWeekBack(context, acting) : beSnowedUnder(context, acting, choice));
      // A plan that stands in the conversation is put right by itself.
      if (body.container['is_ephemeral'] === true) {
        const thinned = await thinnedNow(context.store, acting, context.clock());
        await reply(context, respond, body.user.id, snowedUnderMessage(thinned));
      }
      await refreshHomes(context, [acting.id]);
    });
  const answers = [
    { route: routes.goOn, says: 'go-on' },
    { route: routes.everyOtherWeek, says: 'two-weeks' },
    { route: routes.stopPlans, says: 'stop' },
  ] as const;
  for (const { route, says } of answers)
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { on } = route.decode(action.value);
      await answerHello(context, acting, { on, says, once: `trigger:${body.trigger_id}` });
      await refreshHomes(context, [acting.id]);
    });
}
