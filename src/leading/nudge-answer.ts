import type { Behaviour } from '../behaviours/behaviour.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween, isLocalDate, longAgo } from '../time/zoned.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { addWorkingDays } from '../time/working-calendar.ts';
import { placeInWeek, weekOf, weeksBetween } from '../time/working-week.ts';
import type { NudgeState } from './nudge.ts';
import type { Policy } from './policy.ts';

/** "Not now" in the ways that come back by themselves; bad timing is said to a nudge that asks why it was ignored. */
export type Pause = 'snooze' | 'not-this-week' | 'not-needed' | 'bad-timing';

/** Said about a nudge that waits for an answer, or was passed over. */
export const pausableStates: readonly NudgeState[] = ['open', 'ignored'];
/** A date may still be found for these. */
export const bookableStates: readonly NudgeState[] = ['open', 'snoozed', 'not-needed', 'ignored', 'set-aside'];
/** What happened can be logged whatever was said before. */
export const loggableStates: readonly NudgeState[] = [
  'open',
  'booked',
  'snoozed',
  'not-needed',
  'wrong',
  'stopped',
  'untrue',
  'ignored',
  'set-aside',
];
/** Answers that are taken back without a trace in the log. */
export const undoableStates: readonly NudgeState[] = ['snoozed', 'not-needed', 'wrong', 'stopped'];

/** A message of nudges is kept true and can be answered for so many days; then the next plan has taken its place. */
export const batchDays = 7;
/** "Not needed" never comes back sooner, however short the rhythm. */
const leastQuietDays = 7;

/** The first day on which the nudge may come again; the manager's local day. */
export function quietUntil(
  pause: Pause,
  given: {
    readonly today: LocalDate;
    readonly calendar: WorkingCalendar;
    readonly policy: Pick<Policy, 'snoozeDays' | 'planDay'>;
    readonly behaviour: Behaviour | undefined;
    /** Of the evidence, in the behaviour's own unit. */
    readonly rhythm: number;
  },
): LocalDate {
  const { today, calendar, policy } = given;
  switch (pause) {
    case 'snooze':
      return addDays(today, policy.snoozeDays);
    case 'not-this-week':
      return addDays(weekOf(calendar.days, today), 7 + placeInWeek(calendar.days, policy.planDay));
    case 'not-needed':
    case 'bad-timing':
      return afterOneRhythm(today, calendar, given.behaviour, given.rhythm);
  }
}

/** One rhythm from today, but at least a week. */
export function afterOneRhythm(
  today: LocalDate,
  calendar: WorkingCalendar,
  behaviour: Behaviour | undefined,
  rhythm: number,
): LocalDate {
  const length = Math.ceil(rhythm);
  const inWorkingDays = behaviour?.settings[0]?.unit === 'working days';
  const end = inWorkingDays ? addWorkingDays(calendar, today, length) : addDays(today, length);
  const least = addDays(today, leastQuietDays);
  return end < least ? least : end;
}

/** The message that a nudge stands in: its kind, and the local day it was written for; long ago, if its name says none. */
export function batchOf(batch: string): { readonly kind: string; readonly on: LocalDate } {
  const at = batch.indexOf(':');
  const on = batch.slice(at + 1);
  return { kind: batch.slice(0, at), on: isLocalDate(on) ? on : longAgo };
}

/** Can the message still be answered and updated? */
export function isLiveBatch(batch: string, today: LocalDate): boolean {
  return daysBetween(batchOf(batch).on, today) <= batchDays;
}

/** What a nudge becomes when its answer is taken back: open again, or, from an older plan, free for the next one. */
export function reopened(batch: string, today: LocalDate): { state: NudgeState; quietUntil: LocalDate | null } {
  return isLiveBatch(batch, today) ? { state: 'open', quietUntil: null } : { state: 'snoozed', quietUntil: today };
}

/** What a nudge of a stopped kind becomes once the kind may come again: open in its week, else passed over, as it would have been. */
export function resumed(batch: string, today: LocalDate, { days }: Pick<WorkingCalendar, 'days'>): NudgeState {
  return weeksBetween(days, batchOf(batch).on, today) === 0 ? 'open' : 'ignored';
}
