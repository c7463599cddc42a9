import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { forgetLastTalk, sayLastTalks } from '../../acts/last-talk.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { loadTalkRows } from '../loading/greeting-data.ts';
import { refreshHomes } from '../opening/home.ts';
import { openOver } from '../wire/open-view.ts';
import { numberedIds } from '../kit/route.ts';
import * as routes from '../routes/greeting.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { lastTalksForm, lastTalksSchema, talksOnAPage } from '../views/home/greeting.ts';

type Press = BlockAction<ButtonAction>;

/** What a new manager taps in their first message. */
export function registerGreeting(app: App, context: Context): void {
  app.action<Press>(numberedIds(routes.sayLastTalk), async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const { rep: repId, answer } = routes.sayLastTalk.decode(action.value);
    await refreshHomes(context, await sayLastTalks(context, acting, [{ repId, answer }]));
  });
  app.action<Press>(routes.forgetLastTalk.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await refreshHomes(context, await forgetLastTalk(context, acting, routes.forgetLastTalk.decode(action.value).rep));
  });
  app.action<Press>(routes.openLastTalks.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, lastTalksForm(await loadTalkRows(context, acting, context.clock()), 0));
  });
  app.view(routes.saveLastTalks.id, async ({ ack, body, view }) => {
    const saved = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const { page } = routes.saveLastTalks.decode(view.private_metadata);
        const chosen = Object.entries(readForm(lastTalksSchema, view.state.values));
        const said = chosen.flatMap(([field, answer]) =>
          answer === undefined ? [] : [{ repId: Number(field.slice('rep-'.length)), answer }],
        );
        const concerned = await sayLastTalks(context, acting, said);
        const talks = await loadTalkRows(context, acting, context.clock());
        return {
          concerned,
          next: (page + 1) * talksOnAPage < talks.length ? lastTalksForm(talks, page + 1) : undefined,
        };
      },
      (result) => result.next,
    );
    await refreshHomes(context, saved?.concerned ?? []);
  });
}
