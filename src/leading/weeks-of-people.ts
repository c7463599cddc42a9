/** How each week was for each person of some teams: the cells of a picture, and what threads over time are counted from. */
import type { Behaviour } from '../behaviours/behaviour.ts';
import type { RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { isTimeWith } from '../behaviours/time-with.ts';
import { isAbsent, isWorkingDay } from '../time/working-calendar.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { addDays, daysBetween, instantOf, mondayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { ownOnlyKinds } from './access.ts';

/**
 * seen: their manager had time with them; quiet: nothing, and they are not missed yet; missed: nothing, for longer than
 * the policy has it; out: no working day of theirs; absent: not on this team then.
 */
export type StateOfWeek = 'seen' | 'quiet' | 'missed' | 'out' | 'absent';

export interface WeeksOfTeam {
  readonly managerId: PersonId;
  /** The manager's. */
  readonly name: string;
  readonly people: readonly {
    readonly repId: PersonId;
    readonly name: string;
    /** One for each of the weeks asked for. */
    readonly weeks: readonly StateOfWeek[];
  }[];
}

export interface WeeksAsked {
  /** Mondays, oldest first: `mondaysUntil`. */
  readonly weeks: readonly LocalDate[];
  /** The day from which it is looked at, in the last of the weeks: nothing later counts. */
  readonly on: LocalDate;
  /** The catalogue: what people log for themselves alone never counts. */
  readonly behaviours: readonly Behaviour[];
  /** Days without anything, after which somebody is missed. */
  readonly missedAfterDays: number;
  /** When a person works, by id. */
  calendarOf(personId: PersonId): WorkingCalendar;
}

/** The Mondays of the last `count` weeks, the one that `on` is in included, oldest first. */
export function mondaysUntil(on: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, at) => addDays(mondayOf(on), 7 * (at + 1 - count)));
}

/** Every person of these teams, week by week, in the order of the teams and of their people. */
export function weeksOfTeams(teams: readonly TeamFacts[], asked: WeeksAsked): WeeksOfTeam[] {
  const notCounted = ownOnlyKinds(asked.behaviours);
  return teams.map((team) => ({
    managerId: team.manager.id,
    name: team.manager.name,
    people: team.reps.map((facts) => ({
      repId: facts.rep.id,
      name: facts.rep.name,
      weeks: weeksOf(facts, daysWith(team.manager.id, facts, notCounted), team.now, asked),
    })),
  }));
}

/** Days on which this manager logged something with the rep, newest first. */
function daysWith(managerId: PersonId, facts: RepFacts, notCounted: readonly string[]): LocalDate[] {
  return facts.interactions
    .filter((entry) => entry.managerId === managerId && isTimeWith(entry) && !notCounted.includes(entry.behaviour))
    .map(({ happenedOn }) => happenedOn);
}

function weeksOf(facts: RepFacts, days: readonly LocalDate[], now: Date, asked: WeeksAsked): StateOfWeek[] {
  const calendar = asked.calendarOf(facts.rep.id);
  return asked.weeks.map((monday) => {
    const sunday = addDays(monday, 6);
    const end = sunday < asked.on ? sunday : asked.on;
    const last = days.find((day) => day <= end);
    if (last !== undefined && last >= monday) return 'seen';
    if (facts.reportsSince > end) return 'absent';
    if (!hasWorkingDay(calendar, monday, now)) return 'out';
    const since = last === undefined || last < facts.reportsSince ? facts.reportsSince : last;
    return daysBetween(since, end) > asked.missedAfterDays ? 'missed' : 'quiet';
  });
}

/** Is there a day in the week that begins on `monday` on which this person works, as far as anybody knows now? */
function hasWorkingDay(calendar: WorkingCalendar, monday: LocalDate, now: Date): boolean {
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at)).some(
    (day) => isWorkingDay(calendar, day) && !isAwayUntilNobodyKnows(calendar, day, now),
  );
}

/** Who is out without a day of return is out on every day from then on. */
function isAwayUntilNobodyKnows(calendar: WorkingCalendar, day: LocalDate, now: Date): boolean {
  const { absence } = calendar;
  return (
    absence !== undefined &&
    absence.until === null &&
    isAbsent(calendar, now) &&
    absence.since <= instantOf(day, calendar.from, calendar.timeZone)
  );
}
