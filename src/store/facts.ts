import type { ManagerFacts, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { isNeverInSlack } from '../leading/never-in-slack.ts';
import { managersOf, repsOf } from '../leading/roles.ts';
import { shortNamesFor } from '../leading/short-names.ts';
import type { LocalDate } from '../time/zoned.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFactRows } from './fact-rows.ts';
import { everybody } from './people.ts';
import type { Person } from './people.ts';
import { currentLines } from './reporting-lines.ts';
import type { ReportingLine } from './reporting-lines.ts';
import { loadWorkingTimes } from './working-times.ts';
import type { WorkingTimes } from './working-times.ts';

/** Everything on record that rules look at, indexed: loaded with one query a table, however many people there are. */
export interface WorkspaceFacts {
  readonly times: WorkingTimes;
  readonly now: Date;
  readonly people: ReadonlyMap<number, Person>;
  readonly lines: readonly ReportingLine[];
  /** Everybody who has reps, by id. */
  readonly managerIds: readonly number[];
  /** Everybody to whom anybody reports, leads included: those who get nudges. */
  readonly leaderIds: readonly number[];
  /** One leader's reps and, for a lead, managers with their reps. */
  team(leaderId: number): TeamFacts;
  /** What one reader calls others, by their full names. */
  shortNamesOf(readerId: number): (name: string) => string;
}

export async function loadFacts(store: Store, now: Date): Promise<WorkspaceFacts> {
  const people = new Map((await everybody(store)).map((person) => [person.id, person]));
  const times = await loadWorkingTimes(store, [...people.values()]);
  const lines = await currentLines(store);
  const rows = await loadFactRows(store, now);
  const byManager = Map.groupBy(lines, (line) => line.managerId);

  function factsOf(line: ReportingLine, today: LocalDate, shortNameOf: (name: string) => string): RepFacts[] {
    const rep = people.get(line.personId);
    if (rep === undefined) return [];
    const about = <T>(grouped: ReadonlyMap<number | null, readonly T[]>): readonly T[] => grouped.get(rep.id) ?? [];
    return [
      {
        rep: { ...rep, shortName: shortNameOf(rep.name) },
        reportsSince: line.startedOn,
        isOut: times.isOut(rep, now),
        interactions: about(rows.interactions).filter((interaction) => interaction.happenedOn <= today),
        deals: about(rows.deals),
        asks: about(rows.asks),
        bookings: about(rows.bookings).filter((booking) => booking.startsAt > now),
        promises: about(rows.promises),
        cycles: about(rows.cycles),
        goals: about(rows.goals),
        expectations: about(rows.expectations),
        ideas: about(rows.ideas),
        skills: about(rows.skills),
        confidence: about(rows.confidence),
        lastTalk: about(rows.lastTalks).find(({ managerId }) => managerId === line.managerId),
      },
    ];
  }

  /** Those of a leader's direct reports who are in `ids`. */
  function reportFacts(
    leaderId: number,
    ids: readonly number[],
    today: LocalDate,
    shortNameOf: (name: string) => string,
  ): RepFacts[] {
    const wanted = new Set(ids);
    return (byManager.get(leaderId) ?? [])
      .filter((line) => wanted.has(line.personId))
      .flatMap((line) => factsOf(line, today, shortNameOf));
  }

  /** Reps whom nobody has ever seen in Slack concern nobody in the long run. */
  function repFacts(leaderId: number, today: LocalDate, shortNameOf: (name: string) => string): RepFacts[] {
    const leader = people.get(leaderId);
    return reportFacts(leaderId, repsOf(leaderId, lines), today, shortNameOf).filter(
      ({ rep: { id }, reportsSince, interactions }) => {
        const rep = people.get(id);
        if (rep === undefined || leader === undefined) return true;
        return !isNeverInSlack(rep, leader, reportsSince, interactions.length, today);
      },
    );
  }

  function shortNamesOf(readerId: number): (name: string) => string {
    return shortNamesFor(readerId, lines, (id) => people.get(id)?.name);
  }

  function team(leaderId: number): TeamFacts {
    const manager = people.get(leaderId);
    if (manager === undefined) throw new Error(`No person ${leaderId}`);
    const calendar = times.calendarOf(manager);
    const today = localDateOf(now, calendar.timeZone);
    const shortNameOf = shortNamesOf(leaderId);
    const managers = reportFacts(leaderId, managersOf(leaderId, lines), today, shortNameOf).map(
      (facts): ManagerFacts => ({
        manager: facts,
        reps: repFacts(facts.rep.id, today, shortNameOf),
      }),
    );
    return {
      manager,
      now,
      today,
      calendar,
      reps: repFacts(leaderId, today, shortNameOf),
      managers,
      teamwide: (rows.interactions.get(null) ?? []).filter(
        (entry) => entry.managerId === leaderId && entry.happenedOn <= today,
      ),
      pulses: rows.pulses.get(leaderId) ?? [],
      teamPromises: rows.teamPromises.get(leaderId) ?? [],
      usualStageDays: rows.usualStageDays,
    };
  }

  const leaderIds = [...byManager.keys()]
    .filter((id) => people.get(id)?.leftOn === null)
    .toSorted((one, other) => one - other);
  return {
    now,
    times,
    people,
    lines,
    leaderIds,
    managerIds: leaderIds.filter((id) => repsOf(id, lines).length > 0),
    team,
    shortNamesOf,
  };
}
