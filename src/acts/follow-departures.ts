import type { Context } from '../context.ts';
import { aboutAlso } from '../store/about.ts';
import type { About } from '../store/about.ts';
import type { Store } from '../store/db.ts';
import { addDeparture, endDeparture, returnedLeavers, unnoticedLeavers } from '../store/departures.ts';
import { pendingWorkspaceId } from '../store/workspaces.ts';
import { cancelBookings, closeNudges, dropPromises, handPromisesOn, lapseAsks } from './close-for-leavers.ts';
import { endCircles, giveLinesBack, holdLines } from './hold-lines.ts';
import { tellOfHeld, tellOfReps, tellOfReturn } from './tell-of-departures.ts';

/**
 * What follows from people having left, and from their coming back, by what is on record: so it doesn't matter who noticed it, nor
 * when. Their reps are with the next above who is here, with what was promised to them; what they were part of is closed; and those
 * concerned hear it once. Asks follow the lines afterwards. Call it in a transaction; a second call finds nothing to do.
 * @param about who may have left or come back, and whose lines have changed
 * @returns everybody concerned, for their Home tabs
 */
export async function followDepartures(
  context: Pick<Context, 'newId'>,
  store: Store,
  about: About,
  now: Date,
): Promise<readonly number[]> {
  // Nobody is told anything before the workspace is connected; then this runs again.
  if (store.workspaceId === pendingWorkspaceId) return [];
  const returned = await returnedLeavers(store, about);
  for (const { id } of returned) await endDeparture(store, id, now);
  const returnedIds = returned.map(({ personId }) => personId);
  await endCircles(store, returnedIds, now);
  const back = returned.length === 0 ? [] : await giveLinesBack(store, now);
  const noticed = await unnoticedLeavers(store, about);
  for (const leaver of noticed) await addDeparture(store, leaver, now);
  const leaverIds = noticed.map(({ personId }) => personId);
  const handed = await holdLines(store, about, new Set(leaverIds), now);
  const reps = [...back, ...handed].map(({ personId }) => personId);
  const promises = await handPromisesOn(store, aboutAlso(about, reps), now);
  const closed = [
    ...(await lapseAsks(store, about, now)),
    ...(await dropPromises(store, about, now)),
    ...(await cancelBookings(store, about, now)),
  ];
  const nudged = await closeNudges(store, about, now);
  if (back.length > 0) await tellOfReturn(context, store, back, now);
  if (handed.length > 0) await tellOfHeld(context, store, handed, now);
  const told = await tellOfReps(context, store, leaverIds, closed, handed, now);
  const moved = [...back, ...handed.filter(({ toId }) => toId !== undefined)].flatMap(({ personId, fromId, toId }) => [
    personId,
    fromId,
    ...(toId === undefined ? [] : [toId]),
  ]);
  return [...new Set([...moved, ...promises, ...nudged, ...told, ...closed.map(({ withId }) => withId)])];
}

/** Is there one of these of whom it isn't known yet that they have left, or are back? */
export async function hasDepartures(store: Store, about: About): Promise<boolean> {
  return (await unnoticedLeavers(store, about)).length > 0 || (await returnedLeavers(store, about)).length > 0;
}
