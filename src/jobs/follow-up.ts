import { say } from '../acts/say.ts';
import type { Context } from '../context.ts';
import { longestAgoMilliseconds } from '../leading/due-times.ts';
import { bookingsNotAskedAbout, followUpKey, overAt } from '../store/bookings.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import { lookAtDue } from './due.ts';
import type { Round } from './round.ts';

/** Asks how it went, once for each booking whose time has passed, in the manager's working time. */
export async function followUpBookings(context: Context, round: Round): Promise<void> {
  const { now } = round;
  const since = new Date(now.getTime() - longestAgoMilliseconds);
  await lookAtDue(context, round, 'follow-up', async (manager, { organisation }) => {
    if (manager.leftOn !== null || !isWorkingTime(organisation.calendarOf(manager), now)) return undefined;
    const bookings = (await bookingsNotAskedAbout(context.store, [manager.id], since)).get(manager.id) ?? [];
    return async (tx) => {
      for (const booking of bookings.filter((one) => overAt(one) <= now))
        await say(
          context,
          tx,
          {
            occurrenceKey: followUpKey(booking),
            kind: 'booking-follow-up',
            recipientId: manager.id,
            subject: { booking: booking.id },
          },
          now,
        );
    };
  });
}
