/** Leaders answer their nudges: some are done and logged, some booked, some put off, the rest is left lying. */
import { pauseNudge } from '../../acts/answer-nudge.ts';
import { book, dropBooking } from '../../acts/book.ts';
import { logInteraction } from '../../acts/log-interaction.ts';
import { plannedBookings } from '../../store/bookings.ts';
import { openNudges } from '../../store/nudges.ts';
import type { Nudge } from '../../store/nudges.ts';
import { workdayAfter } from '../days.ts';
import { perVisit } from './chance-of.ts';
import { entryOf, isWritten } from './entries.ts';
import { attempt, chanceAt, onceAt } from './living.ts';
import type { Living, Moment } from './living.ts';
import { visitsADay } from './visits.ts';

const daysToAnswer = 4;
const books = 0.2;
const happens = 0.75;
const millisecondsPerMinute = 60_000;

export async function liveNudges(moment: Moment, everybody: ReadonlyMap<number, Living>): Promise<void> {
  const { context, team, style } = moment;
  const own = await openNudges(context.store, [team.leader.id]);
  for (const nudge of own.filter(({ behaviour }) => isWritten(behaviour))) {
    const chance = chanceAt(moment, 'nudge', nudge.fingerprint);
    const answer = chance.next();
    const does = aVisit(style.does);
    if (answer < does) await doIt(moment, nudge, everybody, chance.next() < books);
    else if (answer < does + aVisit(style.putsOff))
      await attempt(moment, () => pauseNudge(context, team.leader, nudge.id, 'snooze'));
  }
}

/** Looks after what was booked and whose time has come. */
export async function liveBookings(moment: Moment, everybody: ReadonlyMap<number, Living>): Promise<void> {
  const { context, team, visit } = moment;
  for (const booking of await plannedBookings(context.store, { managerId: team.leader.id })) {
    const endsAt = booking.startsAt.getTime() + booking.minutes * millisecondsPerMinute;
    const rep = booking.repId === null ? null : everybody.get(booking.repId);
    if (endsAt > visit.at.getTime() || rep === undefined || !isWritten(booking.behaviour)) continue;
    const isSeen = moment.style.does > 0 && chanceAt(moment, 'booking', booking.id).next() < happens;
    const entry = { ...entryOf(moment, booking.behaviour, rep), dealId: booking.dealId };
    await attempt(moment, () =>
      isSeen
        ? logInteraction(context, team.leader, {
            entry,
            bookingId: booking.id,
            once: onceAt(moment, 'booking', booking.id),
          })
        : dropBooking(context, team.leader, booking.id),
    );
  }
}

async function doIt(
  moment: Moment,
  nudge: Nudge,
  everybody: ReadonlyMap<number, Living>,
  isBooked: boolean,
): Promise<void> {
  const { context, team, visit } = moment;
  const rep = nudge.repId === null ? null : everybody.get(nudge.repId);
  if (rep === undefined) return;
  const once = onceAt(moment, 'nudge', nudge.id);
  const appointment = { date: workdayAfter(visit.day, 1), time: '14:00', minutes: 30 } as const;
  await attempt(moment, () =>
    isBooked && rep !== null
      ? book(context, team.leader, { subject: { nudgeId: nudge.id }, appointment, once })
      : logInteraction(context, team.leader, {
          entry: entryOf(moment, nudge.behaviour, rep, nudge),
          nudgeId: nudge.id,
          once,
        }),
  );
}

/** A rate over the days that a nudge is looked at, for one visit. */
function aVisit(rate: number): number {
  return perVisit(rate, daysToAnswer * visitsADay);
}
