import type { Engine } from '../engine.ts';

/**
 * An admin removes the app: its token dies, and both events go out, one after the other, in either order;
 * https://docs.slack.dev/reference/events/app_uninstalled
 */
export async function uninstall(engine: Engine, first: 'app_uninstalled' | 'tokens_revoked'): Promise<void> {
  const { workspace } = engine;
  engine.tokens.revoke('account_inactive');
  workspace.app.installed = false;
  engine.changes.changed();
  const uninstalled = (): Promise<void> => engine.events.send('app_uninstalled', { type: 'app_uninstalled' });
  const revoked = (): Promise<void> =>
    engine.events.send('tokens_revoked', {
      type: 'tokens_revoked',
      tokens: { oauth: [], bot: [workspace.app.botUserId] },
    });
  const inOrder = first === 'app_uninstalled' ? [uninstalled, revoked] : [revoked, uninstalled];
  for (const send of inOrder) await send();
}

/** The app is installed again with the same token; open modals and Homes of before are gone. */
export function reinstall(engine: Engine): void {
  engine.tokens.restore();
  engine.workspace.app.installed = true;
  engine.workspace.homes.clear();
  engine.workspace.modals.clear();
  engine.changes.changed();
}
