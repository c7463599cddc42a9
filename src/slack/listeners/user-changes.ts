import type { App } from '@slack/bolt';
import { followSlackUser } from '../../acts/follow-slack-user.ts';
import type { Context } from '../../context.ts';
import { followDeparture } from './departures.ts';
import type { Store } from '../../store/db.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { refreshHomes } from '../opening/home.ts';

/** Slack tells that somebody's account has changed or is new: name, zone, address and rights follow. */
export function registerUserChanges(app: App, context: Context): void {
  app.event('user_change', ({ event }) => follow(context, event.user));
  app.event('team_join', ({ event }) => follow(context, event.user));
}

async function follow(context: Context, user: Parameters<typeof followSlackUser>[1]): Promise<void> {
  const followed = await followSlackUser(context, user);
  await followDeparture(context);
  context.deliverSoon(followed === undefined ? [] : [followed.person.id]);
  if (followed?.isOtherwise === true) await refreshHomes(context, await homesOf(context.store, followed.person.id));
}

/** Whose Home shows this person: their own, their manager's and that of the lead above. */
export async function homesOf(store: Store, personId: number): Promise<number[]> {
  const managerId = await managerIdOf(store, personId);
  const leadId = managerId === undefined ? undefined : await managerIdOf(store, managerId);
  return [personId, ...[managerId, leadId].filter((id) => id !== undefined)];
}
