import { expect, test } from 'vitest';
import { addBooking, findBooking, moveBooking, plannedBookings, settleBooking } from '../../src/store/bookings.ts';
import { now } from '../helpers/imports.ts';
import { trio } from '../helpers/records.ts';

const at = (hour: string) => new Date(`2026-11-25T${hour}:00:00Z`);

test('what is planned comes by time, until it happened or was cancelled', async () => {
  const { store, manager, rep } = await trio();
  const plan = { managerId: manager, repId: rep, dealId: null, behaviour: 'check-in', nudgeId: null, minutes: 30 };
  const late = await addBooking(store, { ...plan, startsAt: at('14') }, now);
  const early = await addBooking(store, { ...plan, startsAt: at('09') }, now);
  expect((await plannedBookings(store, { managerId: manager })).map(({ id }) => id)).toEqual([early, late]);
  expect(await plannedBookings(store, { before: at('10') })).toMatchObject([{ id: early, startsAt: at('09') }]);
  expect(await settleBooking(store, early, 'happened')).toBe(true);
  expect(await settleBooking(store, early, 'cancelled')).toBe(false);
  await moveBooking(store, late, at('16'), 45);
  expect(await findBooking(store, late)).toMatchObject({ state: 'planned', startsAt: at('16'), minutes: 45 });
  expect(await plannedBookings(store)).toHaveLength(1);
});
