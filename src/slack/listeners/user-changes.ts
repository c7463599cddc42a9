import type { App } from '@slack/bolt';
import { followSlackUser } from '../../acts/follow-slack-user.ts';
import type { Context } from '../../context.ts';
import { followDeparture } from './departures.ts';

/** Slack tells that somebody's account has changed or is new: name, zone and e-mail address follow. */
export function registerUserChanges(app: App, context: Context): void {
  app.event('user_change', ({ event }) => follow(context, event.user));
  app.event('team_join', ({ event }) => follow(context, event.user));
}

async function follow(context: Context, user: Parameters<typeof followSlackUser>[1]): Promise<void> {
  await followSlackUser(context, user);
  await followDeparture(context);
  context.deliverSoon();
}
