/** What a manager said to earlier nudges, and what it means for the next. */
import type { Behaviour, Due } from '../behaviours/behaviour.ts';
import type { RepFacts } from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays } from '../time/zoned.ts';
import { fingerprintOf, subjectOf } from './nudge.ts';
import type { PastNudge } from './nudge.ts';

/** After a booking's day the bot asks how it went; meanwhile the act isn't nudged again. */
const bookedQuietDays = 7;
/** Product rule: two ignored in a row of one kind, and the interval doubles. */
const ignoredInARow = 2;
const mostDoublings = 2;

/** May this act be nudged today, after all that was said to earlier nudges? */
export function mayNudge(due: Due, past: readonly PastNudge[], today: LocalDate): boolean {
  const same = past.filter((nudge) => subjectOf(nudge) === subjectOf(due));
  if (same.some((nudge) => nudge.quietUntil !== null && nudge.quietUntil > today && nudge.state !== 'open'))
    return false;
  if (past.some((nudge) => nudge.state === 'wrong' && nudge.fingerprint === fingerprintOf(due))) return false;
  const [newest] = same;
  return !(newest?.state === 'booked' && addDays(newest.nudgedOn, bookedQuietDays) > today);
}

/** How many times longer the rhythm of a behaviour is for a manager who ignores it: 1, 2 or 4. */
export function backOff(behaviour: string, past: readonly PastNudge[]): number {
  let ignored = 0;
  for (const nudge of past) {
    if (nudge.behaviour !== behaviour || nudge.state === 'open') continue;
    if (nudge.state !== 'ignored') break;
    ignored += 1;
  }
  return 2 ** Math.min(mostDoublings, Math.floor(ignored / ignoredInARow));
}

/** Is the act planned already? */
export function isBooked(due: Due, facts: RepFacts | undefined): boolean {
  return (facts?.bookings ?? []).some(
    (booking) =>
      booking.behaviour === due.behaviour &&
      (due.dealId === null || booking.dealId === null || booking.dealId === due.dealId),
  );
}

/** Is the rep away, so that this waits until they are back? What the manager owes them doesn't: an ask, a promise. */
export function isAway(due: Due, facts: RepFacts | undefined): boolean {
  return facts?.isOut === true && due.askId === null && due.item?.startsWith('promise:') !== true;
}

/** Has the rep had as much logged coaching in the last 30 days as does any good? */
export function hasEnoughCoaching(
  behaviours: readonly Behaviour[],
  facts: RepFacts,
  today: LocalDate,
  hoursAMonth: number,
): boolean {
  const coaching = new Set(behaviours.filter((behaviour) => behaviour.isCoaching).map((behaviour) => behaviour.id));
  const from = addDays(today, -30);
  const minutes = facts.interactions
    .filter((interaction) => interaction.happenedOn > from && coaching.has(interaction.behaviour))
    .reduce((sum, interaction) => sum + (interaction.minutes ?? 0), 0);
  return minutes >= hoursAMonth * 60;
}
