import type { ManagerFacts, RepBelowFacts, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { isNeverInSlack } from '../leading/never-in-slack.ts';
import { managersOf, repsOf } from '../leading/roles.ts';
import { shortNamesFor } from '../leading/short-names.ts';
import type { LocalDate } from '../time/zoned.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFactRows } from './fact-rows.ts';
import { linesNear } from './lines-near.ts';
import { findPeople } from './people.ts';
import type { Person } from './people.ts';
import type { ReportingLine } from './reporting-lines.ts';
import { loadWorkingTimes } from './working-times.ts';
import type { WorkingTimes } from './working-times.ts';

/** What is on record of some leaders' people, indexed: what rules look at. It costs these teams, whatever the size of the company. */
export interface Facts {
  /** Of those in `people`. */
  readonly times: WorkingTimes;
  readonly now: Date;
  /** Those whom these leaders have to do with, those above them, and their colleagues: nobody else. */
  readonly people: ReadonlyMap<number, Person>;
  /** The lines around these leaders: `linesNear`. */
  readonly lines: readonly ReportingLine[];
  /** Those of the leaders, and of those who report to them, who have reps; by id. */
  readonly managerIds: readonly PersonId[];
  /** Those asked for to whom anybody reports, leads included: those who get nudges; by id. */
  readonly leaderIds: readonly PersonId[];
  /**
   * One leader's reps and, for a lead, managers with their reps.
   * @throws Error for a leader who was not asked for
   */
  team(leaderId: PersonId): TeamFacts;
  /** What one reader calls others, by their full names. */
  shortNamesOf(readerId: PersonId): (name: string) => string;
}

/** Loads what is on record of the people of these leaders, also of one who leads nobody (any more): of them there is nothing but who is above them. */
export async function loadFacts(store: Store, askedIds: readonly number[], now: Date): Promise<Facts> {
  const asked = new Set(askedIds);
  const lines = await linesNear(store, [...asked]);
  const near = new Set([...asked, ...lines.flatMap(({ personId, managerId }) => [personId, managerId])]);
  const people = new Map((await findPeople(store, [...near])).map((person) => [person.id, person]));
  const times = await loadWorkingTimes(store, [...people.values()]);
  const byManager = Map.groupBy(lines, (line) => line.managerId);
  const below = (ids: Iterable<number>) =>
    [...ids].flatMap((id) => byManager.get(id) ?? []).map((line) => line.personId);
  const reports = new Set(below(asked));
  const belowIds = [...new Set(below(reports)).difference(reports)];
  const rows = await loadFactRows(store, { leaderIds: [...asked], repIds: [...reports], belowIds }, now);

  function belowFactsOf(line: ReportingLine, today: LocalDate, shortNameOf: (name: string) => string): RepBelowFacts[] {
    const rep = people.get(line.personId);
    if (rep === undefined) return [];
    return [
      {
        rep: { ...rep, shortName: shortNameOf(rep.name) },
        reportsSince: line.startedOn,
        isOut: times.isOut(rep, now),
        interactions: (rows.interactions.get(rep.id) ?? []).filter(({ happenedOn }) => happenedOn <= today),
        bookings: (rows.bookings.get(rep.id) ?? []).filter((booking) => booking.startsAt > now),
      },
    ];
  }

  function factsOf(line: ReportingLine, today: LocalDate, shortNameOf: (name: string) => string): RepFacts[] {
    const about = <T>(grouped: ReadonlyMap<number | null, readonly T[]>): readonly T[] =>
      grouped.get(line.personId) ?? [];
    return belowFactsOf(line, today, shortNameOf).map((facts) => ({
      ...facts,
      deals: about(rows.deals),
      asks: about(rows.asks),
      promises: about(rows.promises),
      cycles: about(rows.cycles),
      goals: about(rows.goals),
      expectations: about(rows.expectations),
      ideas: about(rows.ideas),
      skills: about(rows.skills),
      confidence: about(rows.confidence),
      lastTalk: about(rows.lastTalks).find(({ managerId }) => managerId === line.managerId),
    }));
  }

  /** The lines of a leader's direct reports who are in `ids`. */
  function linesOf(leaderId: PersonId, ids: readonly number[]): ReportingLine[] {
    const wanted = new Set(ids);
    return (byManager.get(leaderId) ?? []).filter((line) => wanted.has(line.personId));
  }

  /** Reps whom nobody has ever seen in Slack concern nobody in the long run. */
  function repFacts<Seen extends RepBelowFacts>(
    leaderId: PersonId,
    today: LocalDate,
    factsBy: (line: ReportingLine) => readonly Seen[],
  ): Seen[] {
    const leader = people.get(leaderId);
    return linesOf(leaderId, repsOf(leaderId, lines))
      .flatMap(factsBy)
      .filter(({ rep: { id }, reportsSince, interactions }) => {
        const rep = people.get(id);
        if (rep === undefined || leader === undefined) return true;
        return !isNeverInSlack(rep, leader, reportsSince, interactions.length, today);
      });
  }

  function shortNamesOf(readerId: PersonId): (name: string) => string {
    return shortNamesFor(readerId, lines, (id) => people.get(id)?.name);
  }

  function team(leaderId: PersonId): TeamFacts {
    const manager = people.get(leaderId);
    if (manager === undefined || !asked.has(leaderId)) throw new Error(`No facts were loaded for person ${leaderId}`);
    const calendar = times.calendarOf(manager);
    const today = localDateOf(now, calendar.timeZone);
    const shortNameOf = shortNamesOf(leaderId);
    const inFull = (line: ReportingLine) => factsOf(line, today, shortNameOf);
    const fromAbove = (line: ReportingLine) => belowFactsOf(line, today, shortNameOf);
    const managers = linesOf(leaderId, managersOf(leaderId, lines))
      .flatMap(inFull)
      .map((facts): ManagerFacts => ({ manager: facts, reps: repFacts(facts.rep.id, today, fromAbove) }));
    return {
      manager,
      now,
      today,
      calendar,
      reps: repFacts(leaderId, today, inFull),
      managers,
      teamwide: (rows.interactions.get(null) ?? []).filter(
        (entry) => entry.managerId === leaderId && entry.happenedOn <= today,
      ),
      pulses: rows.pulses.get(leaderId) ?? [],
      teamPromises: rows.teamPromises.get(leaderId) ?? [],
      usualStageDays: rows.usualStageDays,
    };
  }

  const leading = (ids: Iterable<number>) =>
    [...new Set(ids)]
      .filter((id) => byManager.has(id) && people.get(id)?.leftOn === null)
      .toSorted((one, other) => one - other);
  return {
    now,
    times,
    people,
    lines,
    leaderIds: leading(asked),
    managerIds: leading([...asked, ...reports]).filter((id) => repsOf(id, lines).length > 0),
    team,
    shortNamesOf,
  };
}
