import type { Selectable } from 'kysely';
import type { BookingFact } from '../behaviours/facts.ts';
import type { BookingId, NudgeId, PersonId } from '../behaviours/ids.ts';
import { asOneValue, oneOfThose, writing } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { lookAgainAt } from './due.ts';
import { wasWritten } from './outbox.ts';
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
  return writing(store, async (tx) => {
    const row = await tx.database
      .insertInto('booking')
      .values({
        ...booking,
        startsAt: booking.startsAt.toISOString(),
        workspaceId: tx.workspaceId,
        state: 'planned',
        createdAt: now.toISOString(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await lookAgainAt(tx, booking.managerId);
    return row.id;
  });
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

/** Planned, everybody's, one manager's or with one rep, by time. */
export async function plannedBookings(
  store: Store,
  filter: { managerId?: PersonId; repId?: PersonId; before?: Date } = {},
): Promise<Booking[]> {
  let query = selectBookings(store).where('state', '=', 'planned').orderBy('startsAt').orderBy('id');
  if (filter.managerId !== undefined) query = query.where('managerId', '=', filter.managerId);
  if (filter.repId !== undefined) query = query.where('repId', '=', filter.repId);
  if (filter.before !== undefined) query = query.where('startsAt', '<', filter.before.toISOString());
  return (await query.execute()).map(toBooking);
}

/** Planned with these people, by time. */
export async function bookingsWith(store: Store, repIds: readonly PersonId[]): Promise<Booking[]> {
  return (await plannedWith(store, { repIds: asOneValue(repIds) })).map(toBooking);
}

const plannedWith = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  selectBookings({ database, workspaceId })
    .where('state', '=', 'planned')
    .where('repId', 'in', oneOfThose(repIds))
    .orderBy('startsAt')
    .orderBy('id'),
);

/** What somebody is asked about a booking: how it went. Once for each time that it was set for. */
export function followUpKey({ id, startsAt }: Pick<Booking, 'id' | 'startsAt'>): string {
  return `booking-follow-up|${id}|${startsAt.toISOString()}`;
}

const millisecondsPerMinute = 60_000;

export function overAt({ startsAt, minutes }: Pick<Booking, 'startsAt' | 'minutes'>): Date {
  return new Date(startsAt.getTime() + minutes * millisecondsPerMinute);
}

/** Planned bookings of these people about which they weren't asked yet, by manager; of those that are over after `since`. */
export async function bookingsNotAskedAbout(
  store: Store,
  managerIds: readonly PersonId[],
  since: Date,
): Promise<ReadonlyMap<number, readonly Booking[]>> {
  const rows = await selectBookings(store)
    .where('managerId', 'in', managerIds)
    .where('state', '=', 'planned')
    .where('startsAt', '>', new Date(since.getTime() - longestMilliseconds).toISOString())
    .orderBy('startsAt')
    .orderBy('id')
    .execute();
  const found: Booking[] = [];
  for (const booking of rows.map(toBooking))
    if (overAt(booking) >= since && !(await wasWritten(store, followUpKey(booking)))) found.push(booking);
  return Map.groupBy(found, ({ managerId }) => managerId);
}

/** No booking takes as long as this. */
const longestMilliseconds = 2 * 24 * 60 * millisecondsPerMinute;

export async function moveBooking(store: Store, id: BookingId, startsAt: Date, minutes: number): Promise<void> {
  await writing(store, async (tx) => {
    const moved = await tx.database
      .updateTable('booking')
      .set({ startsAt: startsAt.toISOString(), minutes, state: 'planned' })
      .where('workspaceId', '=', tx.workspaceId)
      .where('id', '=', id)
      .returning('managerId')
      .executeTakeFirst();
    if (moved !== undefined) await lookAgainAt(tx, moved.managerId);
  });
}

/** @returns false if it was no longer planned */
export async function settleBooking(
  store: Store,
  id: BookingId,
  state: Exclude<BookingState, 'planned'>,
): Promise<boolean> {
  return writing(store, async (tx) => {
    const settled = await tx.database
      .updateTable('booking')
      .set({ state })
      .where('workspaceId', '=', tx.workspaceId)
      .where('id', '=', id)
      .where('state', '=', 'planned')
      .returning('managerId')
      .executeTakeFirst();
    if (settled !== undefined) await lookAgainAt(tx, settled.managerId);
    return settled !== undefined;
  });
}

function selectBookings(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database.selectFrom('booking').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toBooking(row: Selectable<BookingTable>): Booking {
  const { workspaceId: _workspace, createdAt: _created, ...columns } = row;
  return { ...columns, startsAt: new Date(row.startsAt) };
}
