import { dayOf } from '../../acts/own.ts';
import { findBooking } from '../../store/bookings.ts';
import { formatInstant } from '../../time/zoned.ts';
import { nameOfDeal } from '../loading/deal-name.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { comeAlongMessage } from '../views/log/deal-answers.ts';
import { message } from './message.ts';

/** Tells the rep when their manager comes along to what blocks a deal; it follows when that is moved or called off. */
export const comeAlong = message('come-along', {
  async render({ store, wasSent }, subject, recipient, now) {
    const booking = await findBooking(store, subject.booking);
    if (booking?.repId !== recipient.id) return undefined;
    if (booking.state !== 'planned' && !(await wasSent())) return undefined;
    const { calendar } = await dayOf(store, recipient, now);
    return comeAlongMessage({
      managerName: await nameOf(store, booking.managerId),
      managerShortName: await shortNameOf(store, recipient.id, booking.managerId),
      deal: booking.dealId === null ? null : await nameOfDeal(store, booking.dealId),
      when: formatInstant(booking.startsAt, calendar.timeZone),
      state: booking.state,
    });
  },
});
