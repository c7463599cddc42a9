/** A manager from whom nothing is heard any more though it was usual: what a lead can ask about. Pure, never a mark against anybody. */
import type { TeamFacts } from '../behaviours/facts.ts';
import { workingDaysBetween } from '../time/working-calendar.ts';
import { addDays } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { daysWithout } from './time-with-people.ts';

export interface Quiet {
  /** The last day of which they logged anything; undefined where they never did. */
  readonly lastOn: LocalDate | undefined;
  /** Working days of theirs since then. */
  readonly workingDays: number;
  /** They wrote nothing down for so long; else they did, and yet nobody on the team had time with them. */
  readonly isSilent: boolean;
}

/** So many working days of the manager's own without a word are more than a busy week. Our own judgement. */
const quietWorkingDays = 8;
/** It was usual if, in the four weeks before, they logged something on so many days. */
const usualDays = 4;
const usualSpan = 28;
/** In a team of one, "everybody" says nothing. */
const leastEverybody = 2;

/**
 * Undefined while they log, are away, or never made a habit of it and still see somebody.
 * @param team with what this manager logged, and nobody else
 */
export function quietOf(team: TeamFacts, on: LocalDate, missedAfterDays: number, isAway = false): Quiet | undefined {
  if (isAway) return undefined;
  const days = loggedDays(team, on);
  const lastOn = days[0];
  const workingDays = lastOn === undefined ? 0 : workingDaysBetween(team.calendar, lastOn, on);
  const there = team.reps.filter(({ isOut, reportsSince }) => !isOut && reportsSince <= on);
  const isWholeTeamMissed =
    lastOn !== undefined &&
    there.length >= leastEverybody &&
    there.every((facts) => daysWithout(team.manager.id, facts, on) > missedAfterDays);
  const wasUsual = lastOn !== undefined && days.filter((day) => day > addDays(lastOn, -usualSpan)).length >= usualDays;
  const isLong = workingDays >= quietWorkingDays;
  return (wasUsual && isLong) || isWholeTeamMissed ? { lastOn, workingDays, isSilent: isLong } : undefined;
}

/** Different days up to `on`, newest first. */
function loggedDays(team: TeamFacts, on: LocalDate): LocalDate[] {
  const days = [...team.reps.flatMap(({ interactions }) => interactions), ...team.teamwide]
    .filter(({ managerId, happenedOn }) => managerId === team.manager.id && happenedOn <= on)
    .map(({ happenedOn }) => happenedOn);
  return [...new Set(days)].toSorted().toReversed();
}
