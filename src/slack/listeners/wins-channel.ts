import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { requireRight } from '../../acts/record-settings.ts';
import { lookAtWinsChannel } from '../../acts/wins-channel.ts';
import type { Context } from '../../context.ts';
import { actingPerson } from '../wire/acting.ts';
import { tryChannelAgain } from '../routes/wins-channel.ts';
import { loadWorkspaceSettings } from '../loading/settings-data.ts';
import { workspaceSettingsView } from '../views/settings/settings-workspace.ts';

/** An admin has put the wins channel right, and says so. What they were told is put right in place. */
export function registerWinsChannel(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(tryChannelAgain.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await requireRight(context.store, acting, 'workspace');
    await lookAtWinsChannel(context);
    if (body.view?.type !== 'modal') return;
    const view = workspaceSettingsView(await loadWorkspaceSettings(context, acting));
    await context.slack.views.update({ view_id: body.view.id, view });
  });
}
