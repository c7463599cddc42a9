import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { answerHowSure } from '../../acts/answer-confidence.ts';
import { choosePraise } from '../../acts/praise.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import * as routes from '../routes/answers.ts';

/** What a rep answers in a message, in one tap. */
export function registerAnswers(app: App, context: Context): void {
  app.action<BlockAction<StaticSelectAction>>(routes.answerConfidence.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { interaction, topic, value } = routes.answerConfidence.decode(action.selected_option?.value);
    await refreshHomes(context, await answerHowSure(context, acting, { interactionId: interaction, topic, value }));
  });
  const choices = [
    { route: routes.praiseInChannel, isPublic: true },
    { route: routes.praiseOnlyMe, isPublic: false },
  ] as const;
  for (const { route, isPublic } of choices)
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { praise: praiseId } = route.decode(action.value);
      await refreshHomes(context, await choosePraise(context, acting, { praiseId, isPublic }));
    });
}
