import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { book, dropBooking, rebook } from '../../acts/book.ts';
import type { Appointment } from '../../acts/book.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { Booking } from '../../store/bookings.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../wire/acting.ts';
import { nameOfAct, openBookingForm } from '../loading/booking-form.ts';
import { sendCalendarFile } from '../loading/calendar-file.ts';
import { refreshHomes } from '../opening/home.ts';
import * as routes from '../routes/bookings.ts';
import type { BookingOpening } from '../routes/bookings.ts';
import { shownBooking } from '../loading/shown-booking.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { bookedView, bookingSchema } from '../views/log/booking.ts';

/** A date and a time for an act: booked, moved, cancelled, and asked about afterwards. */
export function registerBookings(app: App, context: Context): void {
  app.action<BlockAction<ButtonAction>>(routes.openBooking.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openBookingForm(context, acting, body.trigger_id, routes.openBooking.decode(action.value));
  });
  app.action<BlockAction<ButtonAction>>(routes.moveBooking.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await openBookingForm(context, acting, body.trigger_id, routes.moveBooking.decode(action.value));
  });
  registerSaving(app, context);
  for (const route of [routes.cancelBooking, routes.didNotHappen])
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { repId } = await dropBooking(context, acting, route.decode(action.value).booking);
      await refreshHomes(context, concernedBy(acting, repId));
    });
  for (const link of [routes.googleLink, routes.outlookLink]) app.action(link.id, async ({ ack }) => ack());
}

function registerSaving(app: App, context: Context): void {
  app.view(routes.saveBooking.id, async ({ ack, body, view }) => {
    const saved = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const carried = routes.saveBooking.decode(view.private_metadata);
        const appointment = readForm(bookingSchema, view.state.values);
        const booking = await save(context, acting, carried, appointment, `view:${view.id}`);
        if (booking === undefined) return undefined;
        return {
          acting,
          booking,
          view: booking.nudgeId === null ? await confirmation(context, acting, booking) : undefined,
        };
      },
      (result) => result?.view,
    );
    if (saved === undefined) return;
    await sendCalendarFile(context, saved.acting, saved.booking);
    await refreshHomes(context, concernedBy(saved.acting, saved.booking.repId));
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

function concernedBy(acting: Person, repId: number | null): number[] {
  return repId === null ? [acting.id] : [acting.id, repId];
}
