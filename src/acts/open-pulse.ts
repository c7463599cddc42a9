import type { Context } from '../context.ts';
import { pulseMinimum } from '../leading/pulse.ts';
import type { PulseGroup } from '../leading/pulse-groups.ts';
import type { Store } from '../store/db.ts';
import { addPulse } from '../store/pulse-rounds.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addWorkingDays } from '../time/working-calendar.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { addDays, instantOf } from '../time/zoned.ts';
import { say } from './say.ts';
import { welcomeRep } from './welcome-rep.ts';

/** Working days after the day of the opening: everybody has five whole ones. */
const workingDaysOpen = 5;
/** A leader who is away doesn't keep it open for longer. */
const mostDaysOpen = 14;

/**
 * Opens a pulse for a group and tells everybody who is asked.
 * @param calendar the leader's: it closes at the end of their working day
 * @throws KeyFileError if the key of its answers can't be kept: then nothing may be committed
 */
export async function openPulse(
  context: Pick<Context, 'newId'>,
  store: Store,
  group: PulseGroup,
  opening: { readonly on: LocalDate; readonly calendar: WorkingCalendar },
  now: Date,
): Promise<number> {
  const pulse = await addPulse(store, {
    ...group,
    minimum: pulseMinimum,
    openedOn: opening.on,
    closesAt: closingOf(opening.calendar, opening.on),
  });
  for (const personId of group.memberIds.toSorted((one, other) => one - other)) {
    await welcomeRep(context, store, personId, now);
    const occurrenceKey = `pulse|${pulse}|${personId}`;
    await say(context, store, { occurrenceKey, kind: 'pulse', recipientId: personId, subject: { pulse } }, now);
  }
  return pulse;
}

function closingOf(calendar: WorkingCalendar, on: LocalDate): Date {
  const latest = addDays(on, mostDaysOpen);
  const day = addWorkingDays(calendar, on, workingDaysOpen);
  return instantOf(day < latest ? day : latest, calendar.until, calendar.timeZone);
}
