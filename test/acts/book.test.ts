import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { book, dropBooking, rebook } from '../../src/acts/book.ts';
import type { Appointment } from '../../src/acts/book.ts';
import { FieldError, UserError } from '../../src/errors.ts';
import { findBooking, plannedBookings } from '../../src/store/bookings.ts';
import { findNudge } from '../../src/store/nudges.ts';
import { changePerson, findPerson } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
let nudgeId: number;
beforeEach(async () => {
  office = await openOffice();
  const { dana, priya } = office.people;
  const [nudge] = await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock());
  nudgeId = nudge?.id ?? 0;
});
afterEach(() => office.close());

const tomorrow: Appointment = { date: '2026-11-24', time: '10:00', minutes: 60 };
let forms = 0;
function bookIt(appointment: Partial<Appointment> = {}, acting: Person = office.people.dana, once?: string) {
  forms += 1;
  const input = { subject: { nudgeId }, appointment: { ...tomorrow, ...appointment }, once: once ?? `view:${forms}` };
  return book(office.context, acting, input);
}
const planned = () => plannedBookings(office.store);
const nudgeState = async () => (await findNudge(office.store, nudgeId))?.state;

describe('booking', () => {
  test('stores the instant of the manager’s own clock, and answers the nudge', async () => {
    const { dana } = office.people;
    await changePerson(office.store, dana.id, { timeZone: 'America/New_York' });
    await bookIt({}, (await findPerson(office.store, dana.id)) ?? dana);
    expect(await planned()).toMatchObject([{ startsAt: new Date('2026-11-24T15:00:00Z'), minutes: 60, nudgeId }]);
    expect(await nudgeState()).toBe('booked');
  });

  test('twice is one booking, by one form or by two', async () => {
    await bookIt({}, office.people.dana, 'view:same');
    expect(await bookIt({}, office.people.dana, 'view:same')).toBeUndefined();
    await expect(bookIt()).rejects.toThrow('already booked or answered');
    expect(await planned()).toHaveLength(1);
  });

  test.each([
    ['date', { date: '2026-11-22' }],
    ['time', { date: '2026-11-23', time: '10:00' }],
    ['date', { date: '2026-11-31' }],
    ['time', { time: '25:00' }],
    ['time', { time: '' }],
    ['minutes', { minutes: 0 }],
  ] as const)('refuses at the field %s: %j', async (field, appointment) => {
    const refused = await bookIt(appointment).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FieldError);
    expect(refused).toMatchObject({ field });
    expect(await planned()).toEqual([]);
    expect(await nudgeState()).toBe('open');
  });

  test('refuses another manager’s nudge, and an act with a stranger', async () => {
    await expect(bookIt({}, office.people.lee)).rejects.toThrow('isn’t yours');
    const subject = { behaviour: 'check-in', repId: office.people.omar.id };
    const input = { subject, appointment: tomorrow, once: 'view:stranger' };
    await expect(book(office.context, office.people.dana, input)).rejects.toThrow('doesn’t report to you');
    expect(await planned()).toEqual([]);
  });

  test('of an act that nobody nudged is possible too', async () => {
    const subject = { behaviour: 'check-in', repId: office.people.sam.id };
    await book(office.context, office.people.dana, { subject, appointment: tomorrow, once: 'view:free' });
    expect(await planned()).toMatchObject([{ behaviour: 'check-in', repId: office.people.sam.id, nudgeId: null }]);
  });
});

test('from elsewhere answers the nudge that asks for just that', async () => {
  const { dana, priya, sam } = office.people;
  const { behaviour } = dueFor(priya.id);
  const bookWith = (repId: number) =>
    book(office.context, dana, { subject: { behaviour, repId }, appointment: tomorrow, once: `view:with-${repId}` });
  await bookWith(sam.id);
  expect(await nudgeState()).toBe('open');
  await bookWith(priya.id);
  expect(await nudgeState()).toBe('booked');
  expect(await planned()).toMatchObject([{ nudgeId: null }, { nudgeId }]);
});

describe('a booking', () => {
  test('is moved, and moved back to life after it was cancelled', async () => {
    const { dana } = office.people;
    const id = (await bookIt())?.id ?? 0;
    const move = (appointment: Appointment, once: string) =>
      rebook(office.context, dana, { bookingId: id, appointment, once });
    await move({ ...tomorrow, time: '16:30' }, 'view:1');
    expect(await findBooking(office.store, id)).toMatchObject({ startsAt: new Date('2026-11-24T16:30:00Z') });
    await dropBooking(office.context, dana, id);
    expect(await nudgeState()).toBe('open');
    await move({ ...tomorrow, date: '2026-11-25' }, 'view:2');
    expect(await findBooking(office.store, id)).toMatchObject({ state: 'planned' });
    expect(await nudgeState()).toBe('booked');
  });

  test('that was dropped stays so where another one took its place', async () => {
    const id = (await bookIt())?.id ?? 0;
    await dropBooking(office.context, office.people.dana, id);
    await bookIt({ time: '11:00' });
    const input = { bookingId: id, appointment: tomorrow, once: 'view:revive' };
    await expect(rebook(office.context, office.people.dana, input)).rejects.toThrow('booked again');
    expect(await planned()).toHaveLength(1);
  });

  test('dropped twice is dropped once', async () => {
    const id = (await bookIt())?.id ?? 0;
    await dropBooking(office.context, office.people.dana, id);
    await bookIt({ time: '11:00' });
    await dropBooking(office.context, office.people.dana, id);
    expect(await planned()).toHaveLength(1);
    expect(await nudgeState()).toBe('booked');
  });

  test('is nobody else’s to move or to drop', async () => {
    const id = (await bookIt())?.id ?? 0;
    for (const other of [office.people.lee, office.people.priya]) {
      await expect(dropBooking(office.context, other, id)).rejects.toThrow(UserError);
      const input = { bookingId: id, appointment: tomorrow, once: 'view:forged' };
      await expect(rebook(office.context, other, input)).rejects.toThrow(UserError);
    }
    expect(await planned()).toHaveLength(1);
  });
});
