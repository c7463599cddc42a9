import type { App } from '@slack/bolt';
import type { Context } from '../../context.ts';
import { forgetPictures } from '../../store/pictures.ts';
import { markWorkspaceRemoved } from '../../store/workspaces.ts';

/**
 * The app was removed, or its token is dead: Slack says both, in either order. Sending stops at once.
 * @param stopSending tells the jobs, with Slack's word for why
 */
export function registerLifecycle(app: App, context: Context, stopSending: (problem: string) => void): void {
  for (const event of ['app_uninstalled', 'tokens_revoked'] as const)
    app.event(event, async () => {
      stopSending(event);
      await markWorkspaceRemoved(context.store, context.clock());
      await forgetPictures(context.store);
    });
}
