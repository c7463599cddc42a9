import type { Context } from '../../context.ts';
import { googleCalendarUrl, outlookUrl } from '../../leading/calendar-links.ts';
import type { CalendarEvent } from '../../leading/calendar-links.ts';
import type { Booking } from '../../store/bookings.ts';
import { findPerson } from '../../store/people.ts';
import { formatInstant } from '../../time/zoned.ts';
import { shorten, withoutInvisible } from '../kit/text.ts';
import type { ShownBooking } from '../views/nudge/nudge.ts';

/** A title longer than this makes the links longer than Slack allows. */
const longestTitle = 150;

/** A planned time with its calendar links. */
export async function shownBooking(
  context: Pick<Context, 'store' | 'behaviours'>,
  booking: Booking,
  timeZone: string,
): Promise<ShownBooking> {
  const event = await calendarEvent(context, booking);
  return {
    id: booking.id,
    when: formatInstant(booking.startsAt, timeZone),
    googleUrl: googleCalendarUrl(event),
    outlookUrl: outlookUrl(event),
  };
}

/** `Ride-along: Priya Nair`, and what it is for. Nothing private: calendars are often shared. */
export async function calendarEvent(
  { store, behaviours }: Pick<Context, 'store' | 'behaviours'>,
  booking: Booking,
): Promise<CalendarEvent> {
  const behaviour = behaviours.find(({ id }) => id === booking.behaviour);
  const rep = booking.repId === null ? undefined : await findPerson(store, booking.repId);
  const name = behaviour?.name ?? 'Time for the team';
  const title = rep === undefined ? name : `${name}: ${rep.name}`;
  return {
    title: shorten(withoutInvisible(title), longestTitle),
    description: behaviour?.act ?? '',
    startsAt: booking.startsAt,
    minutes: booking.minutes,
  };
}
