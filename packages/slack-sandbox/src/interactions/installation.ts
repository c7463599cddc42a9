import type { JsonObject } from '../contract.ts';
import type { EventSender } from '../delivery/events.ts';
import type { Engine } from '../engine.ts';
import type { Workspace } from '../workspace/model.ts';
import type { GivenTokens } from '../web-api/tokens.ts';

/** Which of the two events of a removal comes first: Slack promises no order. */
export type FirstOfRemoval = 'app_uninstalled' | 'tokens_revoked';

/** What an admin does with the app as a whole. */
export interface Installing {
  /** Removes the app: its token dies, and both events go out. */
  uninstall(first: FirstOfRemoval): Promise<void>;
  /** Installs it again. Throws a sentence where that takes the browser's way. */
  reinstall(): void;
}

/**
 * Tells the app that it was removed: both events, one after the other, in either order;
 * https://docs.slack.dev/reference/events/app_uninstalled
 */
export async function tellRemoval(events: EventSender, botUserId: string, first: FirstOfRemoval): Promise<void> {
  const uninstalled: JsonObject = { type: 'app_uninstalled' };
  const revoked: JsonObject = { type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] } };
  for (const type of first === 'app_uninstalled' ? [first, 'tokens_revoked'] : [first, 'app_uninstalled'])
    await events.send(type, type === 'app_uninstalled' ? uninstalled : revoked);
}

/** Takes away what only an installed app shows: open modals and Homes. */
export function clearSurfaces(workspace: Workspace): void {
  workspace.homes.clear();
  workspace.modals.clear();
}

/** The app of a workspace by itself: it is there from the start, always with the same token. */
export function installedFromTheStart(engine: Engine, tokens: GivenTokens): Installing {
  const { workspace } = engine;
  return {
    async uninstall(first) {
      tokens.die();
      workspace.app.installed = false;
      engine.changes.changed();
      await tellRemoval(engine.events, workspace.app.botUserId, first);
    },
    reinstall() {
      tokens.restore();
      workspace.app.installed = true;
      clearSurfaces(workspace);
      engine.changes.changed();
    },
  };
}
