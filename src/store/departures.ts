/** Who was seen to have left, and what is still theirs that can't be any more: each found by what is on record, not by an event. */
import { sql } from 'kysely';
import type { NudgeId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { About } from './about.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';

export interface Departure {
  readonly id: number;
  readonly personId: PersonId;
  readonly leftOn: LocalDate;
}

/** Have left, and nobody was told yet. Who turned out to be somebody else on record has not left. */
export async function unnoticedLeavers(
  store: Store,
  about: About,
): Promise<{ personId: PersonId; leftOn: LocalDate }[]> {
  const rows = await leavers(store, about)
    .clearSelect()
    .select(['id as personId', 'leftOn'])
    .where((where) => where.or([where('leftWhy', 'is', null), where('leftWhy', '!=', 'merged')]))
    .where((where) => where.not(where.exists(openDeparture(store))))
    .orderBy('id')
    .execute();
  return rows.flatMap(({ personId, leftOn }) => (leftOn === null ? [] : [{ personId, leftOn }]));
}

/** Were seen to have left, and are here again. */
export async function returnedLeavers(store: Store, about: About): Promise<Departure[]> {
  const returned = store.database
    .selectFrom('departure')
    .innerJoin('person', 'person.id', 'departure.personId')
    .select(['departure.id', 'departure.personId', 'departure.leftOn'])
    .where('departure.workspaceId', '=', store.workspaceId)
    .where('departure.returnedAt', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('departure.id');
  if (about === 'everybody') return returned.execute();
  return returned.where('departure.personId', 'in', oneOf(about)).execute();
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
  about: About,
): Promise<{ id: number; managerId: PersonId; repId: PersonId | null; nudgeId: NudgeId | null }[]> {
  const bookings = () =>
    store.database
      .selectFrom('booking')
      .select(['id', 'managerId', 'repId', 'nudgeId'])
      .where('workspaceId', '=', store.workspaceId)
      .where('state', '=', 'planned');
  const by = await bookings().where('managerId', 'in', leavers(store, about)).execute();
  const withThem = await bookings().where('repId', 'in', leavers(store, about)).execute();
  return eachOnce([...by, ...withThem]);
}

/** Open, to or about somebody who has left. */
export async function nudgesOfLeavers(
  store: Store,
  about: About,
): Promise<{ id: number; personId: PersonId; batch: string }[]> {
  const nudges = () =>
    store.database
      .selectFrom('nudge')
      .select(['id', 'personId', 'batch'])
      .where('workspaceId', '=', store.workspaceId)
      .where('state', '=', 'open')
      .orderBy('id');
  const to = await nudges().where('personId', 'in', leavers(store, about)).execute();
  const aboutThem = await nudges().where('repId', 'in', leavers(store, about)).execute();
  return eachOnce([...to, ...aboutThem]);
}

/** Ids of the asks that wait for an answer to somebody who has left. */
export async function asksOfLeavers(store: Store, about: About): Promise<number[]> {
  const rows = await store.database
    .selectFrom('ask')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('state', 'in', ['open', 'taken'])
    .where('repId', 'in', leavers(store, about))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of those who have left and to whom something is promised still, other than to a whole team. */
export async function leaversWithPromises(store: Store, about: About): Promise<number[]> {
  const rows = await store.database
    .selectFrom('promise')
    .select('repId')
    .distinct()
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'open')
    .where('pulseId', 'is', null)
    .where('repId', 'in', leavers(store, about))
    .orderBy('repId')
    .execute();
  return rows.map(({ repId }) => repId);
}

/** Ids of those of them who have left. */
export function leavers(store: Store, about: About) {
  const left = store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('leftOn', 'is not', null);
  return about === 'everybody' ? left : left.where('id', 'in', oneOf(about));
}

function eachOnce<Row extends { readonly id: number }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((one, other) => one.id - other.id);
}

function openDeparture(store: Store) {
  return store.database
    .selectFrom('departure')
    .select('departure.id')
    .where('departure.workspaceId', '=', store.workspaceId)
    .whereRef('departure.personId', '=', sql.ref('person.id'))
    .where('departure.returnedAt', 'is', null);
}
