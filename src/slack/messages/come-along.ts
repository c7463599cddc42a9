import { dayOf } from '../../acts/own.ts';
import { findBooking } from '../../store/bookings.ts';
import { wasSent } from '../../store/outbox.ts';
import { formatInstant } from '../../time/zoned.ts';
import { nameOfDeal } from '../loading/deal-name.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { comeAlongMessage } from '../views/log/deal-answers.ts';
import type { MessageKind } from './message.ts';

const kind = 'come-along';

/** Subject: `booking`. Tells the rep when their manager comes along to what blocks a deal; it follows when that is moved or called off. */
export const comeAlong: MessageKind = {
  kind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient, now) {
    const booking = await findBooking(store, Number(subject['booking']));
    if (booking?.repId !== recipient.id) return undefined;
    if (booking.state !== 'planned' && !(await wasSent(store, kind, subject))) return undefined;
    const { calendar } = await dayOf(store, recipient, now);
    return comeAlongMessage({
      managerName: await nameOf(store, booking.managerId),
      managerShortName: await shortNameOf(store, recipient.id, booking.managerId),
      deal: booking.dealId === null ? null : await nameOfDeal(store, booking.dealId),
      when: formatInstant(booking.startsAt, calendar.timeZone),
      state: booking.state,
    });
  },
};
