import { forgetPictures } from '../../store/pictures.ts';
import { markWorkspaceRemoved } from '../../store/workspaces.ts';
import { onEvent } from '../door/event.ts';
import type { Listener } from '../door/listener.ts';

/**
 * The app was removed, or its token is dead: Slack says both, in either order. Sending stops at once.
 * @param stopSending tells the jobs, with Slack's word for why
 */
export function lifecycleListeners(stopSending: (problem: string) => void): readonly Listener[] {
  return (['app_uninstalled', 'tokens_revoked'] as const).map((event) =>
    onEvent(event, async (context) => {
      stopSending(event);
      await markWorkspaceRemoved(context.store, context.clock());
      await forgetPictures(context.store);
    }),
  );
}
