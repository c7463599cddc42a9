import { requireRight } from '../../acts/record-settings.ts';
import { lookAtWinsChannel } from '../../acts/wins-channel.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { loadWorkspaceSettings } from '../loading/settings-data.ts';
import { tryChannelAgain } from '../routes/wins-channel.ts';
import { workspaceSettingsView } from '../views/settings/settings-workspace.ts';

/** An admin has put the wins channel right, and says so. What they were told is put right in place. */
export const winsChannelListeners: readonly Listener[] = [
  onPress(tryChannelAgain, async ({ context, acting, redraw }) => {
    await requireRight(context.store, acting, 'workspace');
    await lookAtWinsChannel(context);
    await redraw(async () => workspaceSettingsView(await loadWorkspaceSettings(context, acting)));
  }),
];
