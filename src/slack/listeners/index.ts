import type { App } from '@slack/bolt';
import type { Context } from '../../context.ts';
import { registerAsks } from './asks.ts';
import { registerDirectMessages } from './direct-messages.ts';
import { registerFirstline } from './firstline.ts';
import { registerHome } from './home.ts';
import { registerTeam } from './team.ts';

const registrations: readonly ((app: App, context: Context) => void)[] = [
  registerAsks,
  registerDirectMessages,
  registerFirstline,
  registerHome,
  registerTeam,
];

/** Everything that Slack may send us, a file an area. */
export function registerListeners(app: App, context: Context): void {
  for (const register of registrations) register(app, context);
}
