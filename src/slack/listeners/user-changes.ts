import { hasDepartures } from '../../acts/follow-departures.ts';
import { followReportingLines } from '../../acts/follow-reporting-lines.ts';
import { followSlackUser } from '../../acts/follow-slack-user.ts';
import type { Context } from '../../context.ts';
import { onEvent } from '../door/event.ts';
import type { Listener } from '../door/listener.ts';
import { homesOf } from '../loading/homes-of.ts';

/** Slack tells that somebody's account has changed or is new: name, zone, address and rights follow. */
export const userChangeListeners: readonly Listener[] = [
  onEvent('user_change', (context, event) => follow(context, event.user)),
  onEvent('team_join', (context, event) => follow(context, event.user)),
];

/** @returns whom it concerns */
async function follow(context: Context, user: Parameters<typeof followSlackUser>[1]): Promise<readonly number[]> {
  const followed = await followSlackUser(context, user);
  if (followed === undefined) return [];
  const departed = await departures(context, [followed.person.id]);
  const shown = followed.isOtherwise ? await homesOf(context.store, followed.person.id) : [];
  context.deliverSoon([followed.person.id]);
  return [...departed, ...shown];
}

/** One of them has left, or is back, by what is on record: what follows from it happens now. Nothing happens where nobody has. */
async function departures(context: Context, about: readonly number[]): Promise<readonly number[]> {
  if (!(await hasDepartures(context.store, about))) return [];
  return followReportingLines(context, context.store, about, null, context.clock());
}
