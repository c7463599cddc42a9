/** Whose turn it is: how long each person has gone without any nudge about them, and when nobody may be passed over any more. */
import type { TeamFacts } from '../behaviours/facts.ts';
import type { Memory } from './memory.ts';
import { weeksBetween } from '../time/working-week.ts';

/** Nobody for whom something is due goes longer than this without a nudge, as far as the budget reaches everybody. */
export const mostWeeksUnnudged = 6;
/** As far back as nudges are remembered. */
const mostWeeksCounted = 17;

/**
 * Weeks since the last nudge about each of those who report to this person, and under null about the team; since they have reported
 * to this person, where there was none. People further down, whom a lead sees in skip-levels, have no claim of their own.
 */
export function weeksUnnudged(team: TeamFacts, memory: Memory): Map<number | null, number> {
  const waits = new Map<number | null, number>();
  let longest = 0;
  for (const { rep, reportsSince } of [...team.reps, ...team.managers.map(({ manager }) => manager)]) {
    const known = weeksBetween(team.calendar.days, reportsSince, team.today);
    longest = Math.max(longest, known);
    waits.set(rep.id, weeksSince(rep.id, known));
  }
  if (team.reps.length > 0) waits.set(null, weeksSince(null, longest));
  return waits;

  function weeksSince(person: number | null, known: number): number {
    const last = memory.about.get(person)?.[0]?.nudgedOn;
    return Math.min(
      mostWeeksCounted,
      Math.max(0, last === undefined ? known : weeksBetween(team.calendar.days, last, team.today)),
    );
  }
}

/**
 * Must this place in the plan go to whoever has waited longest? Need decides as long as all can still be reached in time. Everybody
 * has a last plan by which to be named: the sixth after their last nudge. With `budget` places a plan, no more than `budget` × k
 * people may be waiting for one of the next k plans; once there are so many that the places left in this one are just enough, they
 * go by waiting.
 * @param placesLeft of this plan, this one included
 */
export function goesByWaiting(waits: Iterable<number>, budget: number, placesLeft: number): boolean {
  const lastPlans = [...waits].map((weeks) => Math.max(1, mostWeeksUnnudged + 1 - weeks));
  for (let plans = 1; plans <= mostWeeksUnnudged; plans += 1) {
    const waiting = lastPlans.filter((last) => last <= plans).length;
    if (waiting - budget * (plans - 1) >= placesLeft) return true;
  }
  return false;
}
