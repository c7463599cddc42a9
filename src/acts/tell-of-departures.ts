/** Who hears that somebody has left, or is back: each once, of everything that was found together. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { showingOrphans } from '../leading/messages.ts';
import type { Store } from '../store/db.ts';
import { departureOf } from '../store/departures.ts';
import { admins } from '../store/people.ts';
import { departuresTold, refreshKinds } from '../store/outbox-newest.ts';
import type { Closed } from './close-for-leavers.ts';
import { livingManagerOf } from './close-for-leavers.ts';
import type { HandedLine } from './hold-lines.ts';
import { say } from './say.ts';

/** Whoever holds them hears in one message of all who have no manager, and the admins of all of it in another. */
export async function tellOfHeld(
  context: Pick<Context, 'newId'>,
  store: Store,
  handed: readonly HandedLine[],
  now: Date,
): Promise<void> {
  const told = new Map<number, ReadonlySet<number>>();
  for (const [holderId, lines] of Map.groupBy(handed, ({ toId }) => toId)) {
    const leavers = new Set(lines.map(({ leaverId }) => leaverId));
    if (holderId !== undefined) {
      told.set(holderId, leavers);
      await tell(context, store, { kind: 'manager-left', recipientId: holderId, leavers }, now);
    }
  }
  const everyLeaver = new Set(handed.map(({ leaverId }) => leaverId));
  for (const { id } of await admins(store)) {
    const others = [...everyLeaver].filter((leaverId) => told.get(id)?.has(leaverId) !== true);
    await tell(context, store, { kind: 'managers-left', recipientId: id, leavers: new Set(others) }, now);
  }
  await refreshShown(store, [...told.keys(), ...handed.map(({ fromId }) => fromId)]);
}

/** Who held them hears that somebody is back and has their people again. */
export async function tellOfReturn(
  context: Pick<Context, 'newId'>,
  store: Store,
  handed: readonly HandedLine[],
  now: Date,
): Promise<void> {
  const back = handed.filter(({ leaverId, toId }) => leaverId === toId);
  for (const [recipientId, lines] of Map.groupBy(back, ({ fromId }) => fromId)) {
    const leavers = new Set(lines.map(({ leaverId }) => leaverId));
    await tell(context, store, { kind: 'manager-back', recipientId, leavers }, now);
  }
  await refreshShown(
    store,
    handed.flatMap(({ fromId, toId }) => (toId === undefined ? [fromId] : [fromId, toId])),
  );
}

/**
 * The manager of each who has left hears it, and whoever has just lost something with them.
 * @param knowing who has heard of which leaver in another message
 */
export async function tellOfReps(
  context: Pick<Context, 'newId'>,
  store: Store,
  leaverIds: readonly PersonId[],
  closed: readonly Closed[],
  knowing: readonly HandedLine[],
  now: Date,
): Promise<number[]> {
  const concerned: number[] = [];
  for (const leaverId of new Set([...leaverIds, ...closed.map((each) => each.leaverId)])) {
    const departure = await departureOf(store, leaverId);
    if (departure === undefined) continue;
    const manager = leaverIds.includes(leaverId) ? await livingManagerOf(store, leaverId) : undefined;
    const theirs = closed.filter((each) => each.leaverId === leaverId);
    const hearing = new Set([...(manager === undefined ? [] : [manager]), ...theirs.map(({ withId }) => withId)]);
    for (const recipientId of hearing) {
      if (knowing.some(({ leaverId: known, toId }) => known === leaverId && toId === recipientId)) continue;
      const count = (what: Closed['what']) =>
        theirs.filter((each) => each.withId === recipientId && each.what === what).length;
      const subject = {
        departure: departure.id,
        person: recipientId,
        asks: count('ask'),
        promises: count('promise'),
        bookings: count('booking'),
      };
      const occurrenceKey = `rep-left|${departure.id}|${recipientId}`;
      await say(context, store, { occurrenceKey, kind: 'rep-left', recipientId, subject }, now);
    }
    concerned.push(...hearing);
  }
  return concerned;
}

/** What these people, and the admins, were told of who has no manager shows something old. */
export async function refreshShown(store: Store, personIds: Iterable<number>): Promise<void> {
  const admin = (await admins(store)).map(({ id }) => id);
  await refreshKinds(store, showingOrphans, [...new Set([...personIds, ...admin])]);
}

async function tell(
  context: Pick<Context, 'newId'>,
  store: Store,
  {
    kind,
    recipientId,
    leavers,
  }: { kind: 'manager-left' | 'managers-left' | 'manager-back'; recipientId: PersonId; leavers: ReadonlySet<number> },
  now: Date,
): Promise<void> {
  const found = [];
  for (const leaverId of leavers) found.push(await departureOf(store, leaverId));
  const before = await departuresTold(store, kind, recipientId);
  const ids = found
    .flatMap((departure) => departure?.id ?? [])
    .filter((id) => !before.has(id))
    .toSorted((one, other) => one - other);
  if (ids.length === 0) return;
  const departures = ids.join(',');
  const occurrenceKey = `${kind}|${recipientId}|${departures}`;
  await say(context, store, { occurrenceKey, kind, recipientId, subject: { departures, person: recipientId } }, now);
}
