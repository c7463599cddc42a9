import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

/** What is booked: a nudge, a booking to move, time for an ask, or an act with a rep. */
export const bookingOpening = z.object({
  nudge: id.optional(),
  booking: id.optional(),
  behaviour: z.string().max(60).optional(),
  rep: id.optional(),
  /** A rep's blocked deal. */
  ask: id.optional(),
  /** The rep is told that their manager comes along. */
  together: z.boolean().optional(),
});
export type BookingOpening = z.infer<typeof bookingOpening>;

export const openBooking = route('booking.open', bookingOpening);
/** Beside a button that books: ids of actions in one block must differ. */
export const moveBooking = route('booking.move', z.object({ booking: id }));
export const saveBooking = route('booking.save', bookingOpening);
export const cancelBooking = route('booking.cancel', z.object({ booking: id }));
/** The booked time has passed and nothing came of it. */
export const didNotHappen = route('booking.did-not-happen', z.object({ booking: id }));
/** Links that open a calendar in the browser: Slack wants an acknowledgement, nothing else happens. */
export const googleLink = route('calendar.google', z.object({}));
export const outlookLink = route('calendar.outlook', z.object({}));
