import type { Selectable } from 'kysely';
import type { BookingFact } from '../behaviours/facts.ts';
import type { BookingId, NudgeId, PersonId } from '../behaviours/ids.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import type { BookingState, BookingTable } from './tables.ts';

/** A date and time for a planned act. */
export interface Booking extends BookingFact {
  readonly managerId: PersonId;
  readonly nudgeId: NudgeId | null;
  readonly minutes: number;
  readonly state: BookingState;
}

export type NewBooking = Omit<Booking, 'id' | 'state'>;

/** @returns the new booking's id */
export async function addBooking(store: Store, booking: NewBooking, now: Date): Promise<BookingId> {
  const row = await store.database
    .insertInto('booking')
    .values({
      ...booking,
      startsAt: booking.startsAt.toISOString(),
      workspaceId: store.workspaceId,
      state: 'planned',
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findBooking(store: Store, id: BookingId): Promise<Booking | undefined> {
  const row = await selectBookings(store).where('id', '=', id).executeTakeFirst();
  return row && toBooking(row);
}

/** The booking that came out of a nudge, if it is still planned. */
export async function plannedBookingOfNudge(store: Store, nudgeId: NudgeId): Promise<Booking | undefined> {
  const row = await selectBookings(store)
    .where('nudgeId', '=', nudgeId)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  return row && toBooking(row);
}

/** Planned, everybody's, one manager's or with these reps, by time. */
export async function plannedBookings(
  store: Store,
  filter: { managerId?: PersonId; repId?: PersonId; repIds?: readonly PersonId[]; before?: Date } = {},
): Promise<Booking[]> {
  let query = selectBookings(store).where('state', '=', 'planned').orderBy('startsAt').orderBy('id');
  if (filter.managerId !== undefined) query = query.where('managerId', '=', filter.managerId);
  if (filter.repId !== undefined) query = query.where('repId', '=', filter.repId);
  if (filter.repIds !== undefined) query = query.where('repId', 'in', oneOf(filter.repIds));
  if (filter.before !== undefined) query = query.where('startsAt', '<', filter.before.toISOString());
  return (await query.execute()).map(toBooking);
}

export async function moveBooking(store: Store, id: BookingId, startsAt: Date, minutes: number): Promise<void> {
  await store.database
    .updateTable('booking')
    .set({ startsAt: startsAt.toISOString(), minutes, state: 'planned' })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** @returns false if it was no longer planned */
export async function settleBooking(
  store: Store,
  id: BookingId,
  state: Exclude<BookingState, 'planned'>,
): Promise<boolean> {
  const result = await store.database
    .updateTable('booking')
    .set({ state })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function selectBookings(store: Store) {
  return store.database.selectFrom('booking').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toBooking(row: Selectable<BookingTable>): Booking {
  const { workspaceId: _workspace, createdAt: _created, ...columns } = row;
  return { ...columns, startsAt: new Date(row.startsAt) };
}
