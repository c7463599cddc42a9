import type { App } from '@slack/bolt';
import type { Context } from '../../context.ts';

/** Everything that Slack may send us, a file an area. */
export function registerListeners(app: App, context: Context): void {
  for (const register of [] as ((app: App, context: Context) => void)[]) register(app, context);
}
