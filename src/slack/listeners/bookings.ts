import { book, dropBooking, rebook } from '../../acts/book.ts';
import type { Appointment } from '../../acts/book.ts';
import { dayOf } from '../../acts/own.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Booking } from '../../store/bookings.ts';
import type { Person } from '../../store/people.ts';
import { onLink, onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { nameOfAct, openBookingForm } from '../loading/booking-form.ts';
import { sendCalendarFile } from '../loading/calendar-file.ts';
import { shownBooking } from '../loading/shown-booking.ts';
import * as routes from '../routes/bookings.ts';
import type { BookingOpening } from '../routes/bookings.ts';
import { bookedView, bookingSchema } from '../views/log/booking.ts';

/** A date and a time for an act: booked, moved, cancelled, and asked about afterwards. */
export const bookingListeners: readonly Listener[] = [
  onPress(routes.openBooking, ({ context, acting, carried, triggerId }) =>
    openBookingForm(context, acting, triggerId, carried),
  ),
  onPress(routes.moveBooking, ({ context, acting, carried, triggerId }) =>
    openBookingForm(context, acting, triggerId, carried),
  ),
  onSubmit(routes.saveBooking, async ({ context, acting, carried, once, read }) => {
    const booking = await save(context, acting, carried, read(bookingSchema), once);
    if (booking === undefined) return [];
    return {
      next: booking.nudgeId === null ? await confirmation(context, acting, booking) : undefined,
      afterwards: () => sendCalendarFile(context, acting, booking),
      concerned: concernedBy(acting, booking.repId),
    };
  }),
  drops(routes.cancelBooking),
  drops(routes.didNotHappen),
  onLink(routes.googleLink),
  onLink(routes.outlookLink),
];

function drops(route: Route<{ booking: number }>): Listener {
  return onPress(route, async ({ context, acting, carried }) => {
    const { repId } = await dropBooking(context, acting, carried.booking);
    return concernedBy(acting, repId);
  });
}

async function save(
  context: Context,
  acting: Person,
  carried: BookingOpening,
  appointment: Appointment,
  once: string,
): Promise<Booking | undefined> {
  if (carried.booking !== undefined) return rebook(context, acting, { bookingId: carried.booking, appointment, once });
  if (carried.nudge !== undefined)
    return book(context, acting, {
      subject: { nudgeId: carried.nudge },
      appointment,
      isTogether: carried.together === true,
      once,
    });
  if (carried.ask !== undefined) return book(context, acting, { subject: { askId: carried.ask }, appointment, once });
  if (carried.behaviour === undefined)
    throw new UserError('I couldn’t tell what to book. Open the form again from your Home tab.');
  const subject = { behaviour: carried.behaviour, repId: carried.rep ?? null };
  return book(context, acting, { subject, appointment, once });
}

/** Where no message shows the booking, the form does. */
async function confirmation(context: Context, acting: Person, booking: Booking) {
  const { calendar } = await dayOf(context.store, acting, context.clock());
  return bookedView(await nameOfAct(context, booking), await shownBooking(context, booking, calendar.timeZone));
}

function concernedBy(acting: Person, repId: PersonId | null): number[] {
  return repId === null ? [acting.id] : [acting.id, repId];
}
