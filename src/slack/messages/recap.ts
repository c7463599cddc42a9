import { dayOf } from '../../acts/own.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { batchDays } from '../../leading/nudge-answer.ts';
import { plannedBookings } from '../../store/bookings.ts';
import type { Store } from '../../store/db.ts';
import { nudgesOfBatch } from '../../store/nudges.ts';
import { loadRecap } from '../../store/recap-facts.ts';
import { daysBetween, formatInstant } from '../../time/zoned.ts';
import { recapMessage } from '../views/recap/recap.ts';
import { greetingsOf } from './greeting.ts';
import { message } from './message.ts';
import { showNudge } from '../loading/nudge-message.ts';

/** One that couldn't be sent for this long is no news any more. */
const freshDays = 3;
const checkInId = 'check-in';

/** What they did for whom, and the question about their time. */
export const recap = message('recap', {
  follows: ({ manager }) => greetingsOf(manager),
  async render({ store, behaviours, wasSent }, subject, recipient, now) {
    if (subject.manager !== recipient.id) return undefined;
    const on = subject.on;
    const { today, calendar } = await dayOf(store, recipient, now);
    const isUpdate = await wasSent();
    if (daysBetween(on, today) > (isUpdate ? batchDays : freshDays)) return undefined;
    const found = await loadRecap(store, behaviours, recipient.id, on, now);
    if (found === undefined) return undefined;
    const asked = await nudgesOfBatch(store, recipient.id, `recap:${on}`);
    const nudges = isUpdate ? asked : asked.filter(({ state }) => state === 'open');
    return recapMessage({
      recap: found,
      nudges: await Promise.all(nudges.map((nudge) => showNudge({ store, behaviours }, recipient, nudge, now))),
      nextBooked: await bookedWith(store, recipient.id, found.next?.repId, now, calendar.timeZone),
      bookAs: behaviours.find(({ id }) => id === checkInId)?.id,
      today,
    });
  },
});

/** `Mon, Nov 30, 10:00 AM`, by the manager's clock. */
async function bookedWith(
  store: Store,
  managerId: PersonId,
  repId: PersonId | undefined,
  now: Date,
  timeZone: string,
): Promise<string | undefined> {
  const booking = (await plannedBookings(store, { managerId })).find(
    (planned) => planned.repId === repId && planned.startsAt > now,
  );
  return repId === undefined || booking === undefined ? undefined : formatInstant(booking.startsAt, timeZone);
}
