/** Who is missed most, and what would end it: the rule that one place of every plan goes by. */
import type { Due } from '../behaviours/behaviour.ts';
import type { RepBelowFacts, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { isTimeWith } from '../behaviours/time-with.ts';
import { byMostMissed, daysUnseen } from './attention.ts';
import type { Memory } from './memory.ts';
import type { Policy } from './policy.ts';

/** Would doing it end that the person is missed? */
export function endsMissing({ behaviour }: Pick<Due, 'behaviour'>): boolean {
  return isTimeWith({ behaviour });
}

/**
 * The reps whom nobody has spent time with for longer than `missedAfterDays`, the most missed first: without those who are out, with
 * whom time is booked, or of whom the manager said that they are fine for now ("Not needed", "Not this week", a snooze).
 */
export function missedOf(
  team: TeamFacts,
  { missedAfterDays }: Pick<Policy, 'missedAfterDays'>,
  memory: Memory,
): RepFacts[] {
  return byMostMissed(team).filter(
    (facts) => daysUnseen(team, facts) > missedAfterDays && isToBeSeen(facts, team, memory),
  );
}

/** Nobody is out, has time booked, or was said to be fine for now. */
export function isToBeSeen(facts: RepBelowFacts, team: TeamFacts, memory: Memory): boolean {
  return !facts.isOut && !facts.bookings.some(endsMissing) && !isSaidToBeFine(facts.rep.id, team, memory);
}

function isSaidToBeFine(person: number, { today }: TeamFacts, memory: Memory): boolean {
  return (memory.about.get(person) ?? []).some(
    (nudge) =>
      (nudge.state === 'not-needed' || nudge.state === 'snoozed') &&
      nudge.quietUntil !== null &&
      nudge.quietUntil > today &&
      endsMissing(nudge),
  );
}
