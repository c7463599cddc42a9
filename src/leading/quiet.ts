/** What a manager said to earlier nudges, and what it means for the next. */
import type { Due } from '../behaviours/behaviour.ts';
import type { RepBelowFacts, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween, longAgo } from '../time/zoned.ts';
import type { Memory } from './memory.ts';
import { fingerprintOf, subjectOf } from './nudge.ts';
import type { PastNudge } from './nudge.ts';
import { weeksBetween } from '../time/working-week.ts';

/** After a booking's day the bot asks how it went; meanwhile the act isn't nudged again. */
const bookedQuietDays = 7;
/** Product rule: two ignored in a row of one kind, and the interval doubles. */
const ignoredInARow = 2;
const mostDoublings = 2;
/** Two nudges of one kind for one person, with nothing between them, are no longer "in a row" after three weeks. */
const inARowDays = 21;

export type QuietAfter = 'called-wrong' | 'said-booked' | 'put-off' | 'said-done';

/** Today for one person, with the days by which their weeks go. */
export type OwnDay = Pick<TeamFacts, 'today'> & { readonly calendar: Pick<TeamFacts['calendar'], 'days'> };

/**
 * The answer that keeps this act quiet today, after all that was said to earlier nudges; undefined where none does. Put off (a snooze,
 * "not needed") holds until its day; wrong, for ever, for this record and reason; booked, a week; done, one rhythm, and a week at least.
 */
export function quietAfter(due: Due, memory: Memory, today: LocalDate): QuietAfter | undefined {
  const same = memory.byAct.get(subjectOf(due)) ?? [];
  if (same.length === 0) return undefined;
  const fingerprint = fingerprintOf(due);
  if (memory.wrong.has(fingerprint)) return 'called-wrong';
  if (same[0]?.state === 'booked' && addDays(same[0].nudgedOn, bookedQuietDays) > today) return 'said-booked';
  if (quietUntilOf(same) > today) return 'put-off';
  const doneQuietDays = Math.max(bookedQuietDays, Math.ceil(due.evidence.rhythm));
  const isDone = same.some(
    (nudge) =>
      nudge.state === 'done' && nudge.fingerprint === fingerprint && addDays(nudge.nudgedOn, doneQuietDays) > today,
  );
  return isDone ? 'said-done' : undefined;
}

/** The day until which an act was put off, by the last answer to any nudge about it; an earlier answer no longer holds. Empty where none was. */
function quietUntilOf(same: readonly PastNudge[]): LocalDate {
  let last: PastNudge | undefined;
  for (const nudge of same) {
    if (nudge.quietUntil === null || nudge.state === 'open') continue;
    if (last === undefined || answeredOn(nudge) > answeredOn(last)) last = nudge;
  }
  return last?.quietUntil ?? longAgo;
}

function answeredOn({ answeredOn: on, nudgedOn }: PastNudge): LocalDate {
  return on ?? nudgedOn;
}

/** Was it put off until today or a day before, and hasn't been said since? Then it was asked to come back. */
export function comesBack(due: Due, memory: Memory, today: LocalDate): boolean {
  const [newest] = memory.byAct.get(subjectOf(due)) ?? [];
  return (
    newest?.state === 'snoozed' &&
    newest.quietUntil !== null &&
    newest.quietUntil <= today &&
    newest.quietUntil > answeredOn(newest)
  );
}

/** Was the very same said this week already? A message between, on the days before the plan, isn't repeated by it. */
export function isSaidThisWeek(due: Due, memory: Memory, { today, calendar }: OwnDay): boolean {
  const [newest] = memory.byAct.get(subjectOf(due)) ?? [];
  return (
    newest !== undefined &&
    newest.state !== 'snoozed' &&
    newest.fingerprint === fingerprintOf(due) &&
    weeksBetween(calendar.days, newest.nudgedOn, today) === 0
  );
}

/**
 * In how many messages these nudges, newest first, were passed over without an answer since the last that was answered: several in one
 * message count once.
 */
function ignoredOf(nudges: readonly PastNudge[] = []): number {
  const days = new Set<LocalDate>();
  for (const { state, nudgedOn } of nudges) {
    if (state === 'open') continue;
    if (state !== 'ignored') break;
    days.add(nudgedOn);
  }
  return days.size;
}

/** How many times longer the interval is after so many were ignored in a row: 1, 2 or 4. */
function backOff(ignored: number): number {
  return 2 ** Math.min(mostDoublings, Math.floor(ignored / ignoredInARow));
}

/**
 * Is it too early for a kind that is being ignored? Both the rhythm and the weeks between two nudges are doubled, or the oldest
 * neglect, long past twice its rhythm, would come every week for ever. What was put off comes back on its day. What can't wait is another matter for each act: ignoring one
 * promise doesn't silence the next, but the same promise comes less often.
 */
export function isBackedOff(due: Due, memory: Memory, { today, calendar }: OwnDay): boolean {
  if (comesBack(due, memory, today)) return false;
  const before = due.urgent ? memory.byAct.get(subjectOf(due)) : memory.byKind.get(due.behaviour);
  const times = backOff(ignoredOf(before));
  const [newest] = before ?? [];
  if (times === 1 || newest === undefined) return false;
  const { elapsed, rhythm } = due.evidence;
  return weeksBetween(calendar.days, newest.nudgedOn, today) < times || (!due.urgent && elapsed < rhythm * times);
}

/** Once two messages in a row with this kind were ignored, the next one asks why: wrong, bad timing, or stop? And again after two more. */
export function asksWhy(due: Due, memory: Memory): boolean {
  const days = new Set<LocalDate>();
  for (const nudge of memory.byKind.get(due.behaviour) ?? []) {
    if (nudge.state === 'open') continue;
    if (nudge.state !== 'ignored') break;
    days.add(nudge.nudgedOn);
    if (nudge.asksWhy) break;
  }
  return days.size >= ignoredInARow;
}

/** Was the last nudge about this person of the same kind, less than three weeks ago? What can't wait may repeat itself, and what was put off comes back. */
export function isInARow(
  due: Due,
  last: (Pick<PastNudge, 'behaviour' | 'nudgedOn'> & Partial<Pick<PastNudge, 'state'>>) | undefined,
  today: LocalDate,
): boolean {
  if (due.urgent || last === undefined || last.state === 'snoozed') return false;
  return last.behaviour === due.behaviour && daysBetween(last.nudgedOn, today) < inARowDays;
}

/** Is the act planned already? */
export function isBooked(due: Due, facts: RepBelowFacts | undefined): boolean {
  return (facts?.bookings ?? []).some(
    (booking) =>
      booking.behaviour === due.behaviour &&
      (due.dealId === null || booking.dealId === null || booking.dealId === due.dealId),
  );
}

/** Is the rep away, so that this waits until they are back? What the manager owes them doesn't: an ask, a promise. */
export function isAway(due: Due, facts: RepBelowFacts | undefined): boolean {
  return facts?.isOut === true && due.askId === null && due.item?.startsWith('promise:') !== true;
}

/**
 * Has the rep had as much logged coaching in the last 30 days as does any good?
 * @param coaching ids of the behaviours whose time counts
 */
export function hasEnoughCoaching(
  coaching: ReadonlySet<string>,
  facts: RepFacts,
  today: LocalDate,
  hoursAMonth: number,
): boolean {
  const from = addDays(today, -30);
  let minutes = 0;
  for (const { happenedOn, behaviour, minutes: spent } of facts.interactions) {
    if (happenedOn <= from) break;
    if (coaching.has(behaviour)) minutes += spent ?? 0;
  }
  return minutes >= hoursAMonth * 60;
}
