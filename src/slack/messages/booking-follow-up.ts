import type { NudgeId } from '../../behaviours/ids.ts';
import { endOf } from '../../leading/calendar-links.ts';
import { findBooking } from '../../store/bookings.ts';
import type { Store } from '../../store/db.ts';
import { findNudge } from '../../store/nudges.ts';
import type { Person } from '../../store/people.ts';
import { dayOf } from '../../acts/own.ts';
import { formatInstant } from '../../time/zoned.ts';
import { subjectFor } from '../loading/nudge-subject.ts';
import { nameOfAct } from '../loading/booking-form.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { followUpMessage } from '../views/log/booking.ts';
import type { FollowUp } from '../views/log/booking.ts';
import { message } from './message.ts';

/** Asks how a booked act went once its time has passed. */
export const bookingFollowUp = message('booking-follow-up', {
  async render({ store, behaviours, wasSent }, subject, recipient, now) {
    const booking = await findBooking(store, subject.booking);
    const behaviour = behaviours.find(({ id }) => id === booking?.behaviour);
    if (booking?.managerId !== recipient.id || behaviour === undefined) return undefined;
    const state: FollowUp['state'] =
      booking.state === 'happened'
        ? 'happened'
        : booking.state === 'cancelled'
          ? 'dropped'
          : endOf(booking) > now
            ? 'ahead'
            : 'passed';
    if (state !== 'passed' && !(await wasSent())) return undefined;
    const name = booking.repId === null ? 'your team' : await shortNameOf(store, recipient.id, booking.repId);
    const { calendar } = await dayOf(store, recipient, now);
    return followUpMessage({
      bookingId: booking.id,
      nudgeId: booking.nudgeId,
      question: behaviour.followUp.replaceAll('{name}', () => name),
      subject: await subjectOf(store, recipient, booking),
      what: await nameOfAct({ store, behaviours }, booking),
      when: formatInstant(booking.startsAt, calendar.timeZone),
      state,
    });
  },
});

/** What was agreed or promised, of a booking that came out of a nudge about it. */
async function subjectOf(
  store: Store,
  recipient: Person,
  { nudgeId }: { readonly nudgeId: NudgeId | null },
): Promise<string | undefined> {
  const nudge = nudgeId === null ? undefined : await findNudge(store, nudgeId);
  return nudge && subjectFor(store, recipient, nudge);
}
