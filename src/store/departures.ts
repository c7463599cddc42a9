/** Who was seen to have left, and what is still theirs that can't be any more: each found by what is on record, not by an event. */
import type { NudgeId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

export interface Departure {
  readonly id: number;
  readonly personId: PersonId;
  readonly leftOn: LocalDate;
}

/** Have left, and nobody was told yet. Who turned out to be somebody else on record has not left. */
export async function unnoticedLeavers(store: Store): Promise<{ personId: PersonId; leftOn: LocalDate }[]> {
  const rows = await store.database
    .selectFrom('person')
    .select(['id as personId', 'leftOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('leftOn', 'is not', null)
    .where((where) => where.or([where('leftWhy', 'is', null), where('leftWhy', '!=', 'merged')]))
    .where('id', 'not in', openDepartures(store))
    .orderBy('id')
    .execute();
  return rows.flatMap(({ personId, leftOn }) => (leftOn === null ? [] : [{ personId, leftOn }]));
}

/** Were seen to have left, and are here again. */
export async function returnedLeavers(store: Store): Promise<Departure[]> {
  return store.database
    .selectFrom('departure')
    .innerJoin('person', 'person.id', 'departure.personId')
    .select(['departure.id', 'departure.personId', 'departure.leftOn'])
    .where('departure.workspaceId', '=', store.workspaceId)
    .where('departure.returnedAt', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('departure.id')
    .execute();
}

/** @returns the new departure's id */
export async function addDeparture(
  store: Store,
  { personId, leftOn }: Omit<Departure, 'id'>,
  now: Date,
): Promise<number> {
  const row = await store.database
    .insertInto('departure')
    .values({ workspaceId: store.workspaceId, personId, leftOn, noticedAt: now.toISOString(), returnedAt: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function endDeparture(store: Store, id: number, now: Date): Promise<void> {
  await store.database
    .updateTable('departure')
    .set({ returnedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The newest time that this person left, if they did. */
export async function departureOf(store: Store, personId: PersonId): Promise<Departure | undefined> {
  return store.database
    .selectFrom('departure')
    .select(['id', 'personId', 'leftOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Those with these ids, by id. */
export async function departuresWith(store: Store, ids: readonly number[]): Promise<Departure[]> {
  return store.database
    .selectFrom('departure')
    .select(['id', 'personId', 'leftOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}

/** Planned, by or with somebody who has left. */
export async function bookingsOfLeavers(
  store: Store,
): Promise<{ id: number; managerId: PersonId; repId: PersonId | null; nudgeId: NudgeId | null }[]> {
  return store.database
    .selectFrom('booking')
    .select(['id', 'managerId', 'repId', 'nudgeId'])
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'planned')
    .where((where) => where.or([where('managerId', 'in', leavers(store)), where('repId', 'in', leavers(store))]))
    .orderBy('id')
    .execute();
}

/** Open, to or about somebody who has left. */
export async function nudgesOfLeavers(store: Store): Promise<{ id: number; personId: PersonId; batch: string }[]> {
  const nudges = () =>
    store.database
      .selectFrom('nudge')
      .select(['id', 'personId', 'batch'])
      .where('workspaceId', '=', store.workspaceId)
      .where('state', '=', 'open')
      .orderBy('id');
  const to = await nudges().where('personId', 'in', leavers(store)).execute();
  const about = await nudges().where('repId', 'in', leavers(store)).execute();
  return [...new Map([...to, ...about].map((nudge) => [nudge.id, nudge])).values()];
}

/** Ids of the asks that wait for an answer to somebody who has left. */
export async function asksOfLeavers(store: Store): Promise<number[]> {
  const rows = await store.database
    .selectFrom('ask')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('state', 'in', ['open', 'taken'])
    .where('repId', 'in', leavers(store))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of those who have left and to whom something is promised still, other than to a whole team. */
export async function leaversWithPromises(store: Store): Promise<number[]> {
  const rows = await store.database
    .selectFrom('promise')
    .select('repId')
    .distinct()
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'open')
    .where('pulseId', 'is', null)
    .where('repId', 'in', leavers(store))
    .orderBy('repId')
    .execute();
  return rows.map(({ repId }) => repId);
}

/** Ids of the people who have left. */
export function leavers(store: Store) {
  return store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('leftOn', 'is not', null);
}

function openDepartures(store: Store) {
  return store.database
    .selectFrom('departure')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('returnedAt', 'is', null);
}
