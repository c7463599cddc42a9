import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { openThreads } from '../routes/threads.ts';
import { openThreadsForm } from '../opening/threads-form.ts';

/** “The last 12 weeks”, from the Home tab and from messages. */
export function registerThreads(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(openThreads.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openThreadsForm(context, acting, body);
  });
}
