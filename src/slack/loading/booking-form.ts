import { dayOf, knownBehaviour, ownBooking, ownNudge, ownSubject } from '../../acts/own.ts';
import { blockedDealAsk } from '../../acts/book.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { dealName } from '../../behaviours/rhythm.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { freeSlot } from '../../leading/free-slot.ts';
import { plannedBookings } from '../../store/bookings.ts';
import { findDeal } from '../../store/deals.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { addDays, localDateOf, localTimeOf } from '../../time/zoned.ts';
import { openView } from '../wire/open-view.ts';
import type { BookingOpening } from '../routes/bookings.ts';
import { bookingView } from '../views/log/booking.ts';

/**
 * Opens the form for a date and a time: the next free time from the next working day on, or the time that is booked.
 * @throws UserError if the acting person has no right to it, or the trigger has run out
 */
export async function openBookingForm(
  context: Context,
  acting: Person,
  triggerId: string,
  opening: BookingOpening,
): Promise<void> {
  const { store } = context;
  const { today, calendar } = await dayOf(store, acting, context.clock());
  const booking = opening.booking === undefined ? undefined : await ownBooking(store, acting, opening.booking);
  const nudge = opening.nudge === undefined ? undefined : await ownNudge(store, acting, opening.nudge);
  if (booking?.state === 'happened')
    throw new UserError('That’s already logged as done. Your Home tab shows what else you can book.');
  const ask = opening.ask === undefined ? undefined : await blockedDealAsk(store, acting, opening.ask);
  const act = booking ?? nudge ?? (ask && { behaviour: 'blocked-deal', repId: ask.repId, dealId: ask.dealId });
  const deal = opening.together === true && act?.dealId ? await findDeal(store, act.dealId) : undefined;
  const behaviour = knownBehaviour(context.behaviours, act?.behaviour ?? opening.behaviour ?? '');
  const repId = act === undefined ? opening.rep : (act.repId ?? undefined);
  const rep = repId === undefined ? undefined : await ownSubject(store, acting, behaviour.about, repId);
  const minutes = booking?.minutes ?? behaviour.usualMinutes;
  const others = (await plannedBookings(store, { managerId: acting.id })).filter(({ id }) => id !== booking?.id);
  const free = freeSlot(calendar, addDays(today, 1), minutes, others);
  const isAhead = booking !== undefined && booking.startsAt > context.clock();
  const view = bookingView({
    carried: opening,
    what: [
      rep === undefined ? behaviour.name : `${behaviour.name} with ${rep.name}`,
      ...(deal === undefined ? [] : [dealName(deal)]),
    ].join(': '),
    date: isAhead ? localDateOf(booking.startsAt, calendar.timeZone) : free.date,
    time: isAhead ? localTimeOf(booking.startsAt, calendar.timeZone) : free.time,
    minutes,
  });
  await openView(context, triggerId, view);
}

/** `Ride-along with Priya Nair`, of something that is or was booked. */
export async function nameOfAct(
  { store, behaviours }: Pick<Context, 'store' | 'behaviours'>,
  act: { readonly behaviour: string; readonly repId: PersonId | null },
): Promise<string> {
  const name = behaviours.find(({ id }) => id === act.behaviour)?.name ?? act.behaviour;
  const rep = act.repId === null ? undefined : await findPerson(store, act.repId);
  return rep === undefined ? name : `${name} with ${rep.name}`;
}
