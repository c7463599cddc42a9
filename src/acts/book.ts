import type { AskId, BookingId, NudgeId, PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import { bookableStates, reopened } from '../leading/nudge-answer.ts';
import { stateAfter } from '../leading/ask-lifecycle.ts';
import type { Ask } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { addBooking, findBooking, moveBooking, plannedBookingOfNudge, settleBooking } from '../store/bookings.ts';
import type { Booking } from '../store/bookings.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { answerNudge, findNudge, openNudgeFor } from '../store/nudges.ts';
import { wantRefreshOfRecaps } from '../store/recap-refresh.ts';
import type { Person } from '../store/people.ts';
import { instantOf, isLocalDate } from '../time/zoned.ts';
import type { LocalDate, LocalTime } from '../time/zoned.ts';
import { mostMinutes } from './check-entry.ts';
import { dayOf, knownBehaviour, ownBooking, ownNudge, ownReport, ownSubject } from './own.ts';
import { readAsk } from './read-ask.ts';
import { refreshDigests, refreshMessagesOf, refreshAbout } from './refresh.ts';
import { takeStep } from './step-ask.ts';
import { tellRep } from './tell-rep.ts';

/** When: by the wall clock of the acting person. A time belongs to it: a date alone moves nobody (Milkman et al., PNAS 2011). */
export interface Appointment {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly minutes: number;
}

/** What is booked: the act of a nudge, time together on a deal that a rep reported as blocked, or an act with a rep. */
export type BookingSubject =
  | { readonly nudgeId: NudgeId }
  | { readonly askId: AskId }
  | { readonly behaviour: string; readonly repId: PersonId | null };

/**
 * Books a planned act; the nudge that asked for it counts as answered.
 * @param input `isTogether`: the rep is told that the manager comes along; so they are about an ask, which is taken by that day
 * @returns the booking, or undefined for a repeat, which had no effect
 * @throws UserError, FieldError for a time in the past, a stranger, or a nudge that is booked or done already
 */
export async function book(
  context: Context,
  acting: Person,
  input: {
    readonly subject: BookingSubject;
    readonly appointment: Appointment;
    readonly isTogether?: boolean;
    readonly once: string;
  },
): Promise<Booking | undefined> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return undefined;
    const startsAt = await startOf(tx, acting, input.appointment, now);
    const act = await actToBook(context, tx, acting, input.subject);
    const { minutes } = input.appointment;
    const id = await addBooking(tx, { ...act, managerId: acting.id, startsAt, minutes }, now);
    if (act.nudgeId !== null) {
      await answerNudge(tx, act.nudgeId, { state: 'booked', from: bookableStates }, now);
      await refreshMessagesOf(tx, [await ownNudge(tx, acting, act.nudgeId)]);
    }
    const isOfAsk = 'askId' in input.subject;
    if ('askId' in input.subject) {
      const { askId } = input.subject;
      const taken = { askId, step: 'taken', until: input.appointment.date, isToldOtherwise: true } as const;
      await takeStep(context, tx, acting, taken, now);
    }
    const isTogether = isOfAsk || (input.isTogether === true && act.behaviour === 'blocked-deal');
    if (act.repId !== null && isTogether)
      await tellRep(context, tx, { kind: 'come-along', repId: act.repId, subject: { booking: id } }, now);
    await audit(tx, acting, 'booking.made', id, now);
    await refreshDigests(tx, [acting.id]);
    await wantRefreshOfRecaps(tx, { managerId: acting.id }, now);
    return findBooking(tx, id);
  });
}

/**
 * Gives a booking another time, also one that passed or was cancelled.
 * @throws UserError, FieldError if it is somebody else's, has happened, or the time is past
 */
export async function rebook(
  context: Context,
  acting: Person,
  input: { readonly bookingId: BookingId; readonly appointment: Appointment; readonly once: string },
): Promise<Booking | undefined> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return undefined;
    const booking = await ownBooking(tx, acting, input.bookingId);
    if (booking.state === 'happened')
      throw new UserError('That’s already logged as done, so it can’t be moved. Book a new one instead.');
    await refuseStranger(context, tx, acting, booking);
    await refuseSecondOfNudge(tx, booking);
    const startsAt = await startOf(tx, acting, input.appointment, now);
    await moveBooking(tx, booking.id, startsAt, input.appointment.minutes);
    await answerForNudge(tx, booking, { state: 'booked', quietUntil: null, from: bookableStates }, now);
    await audit(tx, acting, 'booking.moved', booking.id, now);
    await refreshDigests(tx, [acting.id]);
    await wantRefreshOfRecaps(tx, { managerId: acting.id }, now);
    return findBooking(tx, booking.id);
  });
}

/**
 * Nothing comes of the booking: it is cancelled, or its time passed. The nudge is open again. The second time changes nothing.
 * @throws UserError if it is somebody else's
 */
export async function dropBooking(context: Context, acting: Person, bookingId: BookingId): Promise<Booking> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const booking = await ownBooking(tx, acting, bookingId);
    if (!(await settleBooking(tx, booking.id, 'cancelled'))) return booking;
    const nudge = booking.nudgeId === null ? undefined : await findNudge(tx, booking.nudgeId);
    const { today } = await dayOf(tx, acting, now);
    await answerForNudge(tx, booking, { ...reopened(nudge?.batch ?? '', today), from: ['booked'] }, now);
    await audit(tx, acting, 'booking.cancelled', booking.id, now);
    await refreshDigests(tx, [acting.id]);
    await wantRefreshOfRecaps(tx, { managerId: acting.id }, now);
    return booking;
  });
}

async function startOf(store: Store, acting: Person, { date, time, minutes }: Appointment, now: Date): Promise<Date> {
  if (!isLocalDate(date)) throw new FieldError('date', 'Choose a day.');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/u.test(time)) throw new FieldError('time', 'Choose a time.');
  if (!(Number.isInteger(minutes) && minutes > 0 && minutes <= mostMinutes))
    throw new FieldError('minutes', `Enter a whole number from 1 to ${mostMinutes}.`);
  const { today, calendar } = await dayOf(store, acting, now);
  if (date < today) throw new FieldError('date', 'That day has passed. Choose today or later.');
  const startsAt = instantOf(date, time, calendar.timeZone);
  if (startsAt <= now) throw new FieldError('time', 'That time has passed. Choose a later one.');
  return startsAt;
}

type ActToBook = Pick<Booking, 'behaviour' | 'repId' | 'dealId' | 'nudgeId'>;

async function actToBook(context: Context, store: Store, acting: Person, subject: BookingSubject): Promise<ActToBook> {
  if ('askId' in subject) {
    const ask = await blockedDealAsk(store, acting, subject.askId);
    return { behaviour: 'blocked-deal', repId: ask.repId, dealId: ask.dealId, nudgeId: null };
  }
  if (!('nudgeId' in subject)) {
    const behaviour = knownBehaviour(context.behaviours, subject.behaviour);
    if (behaviour.about !== 'team' && subject.repId === null)
      throw new UserError('Choose the person to book this with, then try again.');
    if (subject.repId !== null) await ownSubject(store, acting, behaviour.about, subject.repId);
    const act = { behaviour: behaviour.id, repId: subject.repId };
    const nudge = await openNudgeFor(store, { ...act, personId: acting.id });
    return { ...act, dealId: null, nudgeId: nudge?.id ?? null };
  }
  const nudge = await ownNudge(store, acting, subject.nudgeId);
  const booked = await plannedBookingOfNudge(store, nudge.id);
  if (booked !== undefined || !bookableStates.includes(nudge.state))
    throw new UserError(
      'This was already booked or answered. The message has the latest. Press Move to change a time.',
    );
  await refuseStranger(context, store, acting, nudge);
  return { behaviour: nudge.behaviour, repId: nudge.repId, dealId: nudge.dealId, nudgeId: nudge.id };
}

/**
 * A rep's blocked deal that the acting person has to answer.
 * @throws UserError if it is with somebody else, or another kind
 */
export async function blockedDealAsk(store: Store, acting: Person, askId: AskId): Promise<Ask> {
  const { ask } = await readAsk(store, acting.id, askId);
  stateAfter(ask, 'taken', acting.id);
  if (ask.kind !== 'blocked-deal') throw new UserError('That ask isn’t about a deal. Open it to see what you can do.');
  await ownReport(store, acting, ask.repId);
  return ask;
}

/** @throws UserError if whom it is about isn't the acting person's any more */
async function refuseStranger(
  context: Context,
  store: Store,
  acting: Person,
  act: { readonly behaviour: string; readonly repId: PersonId | null },
): Promise<void> {
  if (act.repId === null) return;
  await ownSubject(store, acting, knownBehaviour(context.behaviours, act.behaviour).about, act.repId);
}

/** A dropped booking comes back to life only where its nudge wasn't booked anew. */
async function refuseSecondOfNudge(store: Store, booking: Booking): Promise<void> {
  const planned = booking.nudgeId === null ? undefined : await plannedBookingOfNudge(store, booking.nudgeId);
  if (planned !== undefined && planned.id !== booking.id)
    throw new UserError('This is already booked again. Your plan shows when. Press Move there to change it.');
}

async function answerForNudge(
  store: Store,
  booking: Booking,
  answer: Parameters<typeof answerNudge>[2],
  now: Date,
): Promise<void> {
  await refreshAbout(store, 'booking', { booking: booking.id });
  const nudge = booking.nudgeId === null ? undefined : await findNudge(store, booking.nudgeId);
  if (nudge === undefined) return;
  await answerNudge(store, nudge.id, answer, now);
  await refreshMessagesOf(store, [nudge]);
}

async function audit(store: Store, acting: Person, event: string, bookingId: BookingId, now: Date): Promise<void> {
  await recordAudit(store, { actorId: acting.id, event, subjectKind: 'booking', subjectId: bookingId }, now);
}
