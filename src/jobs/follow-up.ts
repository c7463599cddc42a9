import type { Context } from '../context.ts';
import { plannedBookings } from '../store/bookings.ts';
import type { Booking } from '../store/bookings.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import type { Round } from './round.ts';
import { say } from '../acts/say.ts';

const millisecondsPerMinute = 60_000;
/** Longer ago nobody remembers well enough to be asked. */
const longestAgoMilliseconds = 14 * 24 * 60 * millisecondsPerMinute;

/** Asks how it went, once for each booking whose time has passed, in the manager's working time. */
export async function followUpBookings(context: Context, { now, organisation }: Round): Promise<void> {
  const { store } = context;
  const over = (await plannedBookings(store, { before: now })).filter((booking) => isOver(booking, now));
  for (const booking of over) {
    const manager = organisation.people.get(booking.managerId);
    if (manager === undefined || manager.leftOn !== null) continue;
    if (!isWorkingTime(organisation.calendarOf(manager), now)) continue;
    await say(
      context,
      store,
      {
        occurrenceKey: `booking-follow-up|${booking.id}|${booking.startsAt.toISOString()}`,
        kind: 'booking-follow-up',
        recipientId: booking.managerId,
        subject: { booking: booking.id },
      },
      now,
    );
  }
}

function isOver(booking: Booking, now: Date): boolean {
  const ago = now.getTime() - (booking.startsAt.getTime() + booking.minutes * millisecondsPerMinute);
  return ago >= 0 && ago <= longestAgoMilliseconds;
}
