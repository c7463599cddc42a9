import type { Behaviour } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { timeZoneOf } from '../leading/calendars.ts';
import type { Policy } from '../leading/policy.ts';
import { managersOf } from '../leading/roles.ts';
import { mondaysUntil, weeksOfTeams } from '../leading/weeks-of-people.ts';
import type { WeeksOfTeam } from '../leading/weeks-of-people.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFacts } from './facts.ts';
import type { Facts } from './facts.ts';
import { reportsNow } from './reporting-lines.ts';
import { findWorkspace } from './workspaces.ts';

/** What a picture of people and weeks shows; structurally the `WeeksOfPeople` of pictures. */
export interface LoadedWeeks {
  readonly title: string;
  /** Mondays, oldest first. */
  readonly weeks: readonly LocalDate[];
  readonly groups: readonly WeeksOfTeam[];
}

/** How many weeks are looked back on, unless more are asked for. */
const weeksLookedAt = 8;

/**
 * People and weeks as one leader may see them: a lead's managers with their people; for somebody who has only reps, their own
 * team. Weeks are the leader's.
 * @returns undefined for somebody to whom nobody reports
 */
export async function loadWeeksOfPeople(
  store: Store,
  behaviours: readonly Behaviour[],
  policy: Pick<Policy, 'missedAfterDays'>,
  leaderId: PersonId,
  now: Date,
): Promise<LoadedWeeks | undefined> {
  const facts = await loadTeams(store, leaderId, now);
  const leader = facts.people.get(leaderId);
  const workspace = await findWorkspace(store);
  if (leader === undefined) return undefined;
  const teams = teamsUnder(facts, leaderId);
  if (teams.length === 0) return undefined;
  const on = localDateOf(now, timeZoneOf(leader, workspace?.defaultTimeZone ?? 'Etc/UTC'));
  return weeksFrom(facts, teams, { behaviours, missedAfterDays: policy.missedAfterDays, on });
}

/** The facts of one leader's people and, for a lead, of each of their managers: what is said of their teams as a whole follows from them. */
export async function loadTeams(store: Store, leaderId: PersonId, now: Date): Promise<Facts> {
  return loadFacts(store, [leaderId, ...(await reportsNow(store, leaderId))], now);
}

/** The teams of a lead's managers, by the managers' names; the own team of somebody who has only reps. */
export function teamsUnder(facts: Facts, leaderId: PersonId): TeamFacts[] {
  const managerIds = managersUnder(facts, leaderId);
  if (managerIds.length > 0)
    return managerIds
      .map((id) => facts.team(id))
      .toSorted((one, other) => one.manager.name.localeCompare(other.manager.name));
  return facts.managerIds.includes(leaderId) ? [facts.team(leaderId)] : [];
}

/** Does anybody with reps of their own report to this person? */
export function leadsManagers(facts: Facts, leaderId: PersonId): boolean {
  return managersUnder(facts, leaderId).length > 0;
}

function managersUnder(facts: Facts, leaderId: PersonId): number[] {
  return managersOf(leaderId, facts.lines).filter((id) => facts.managerIds.includes(id));
}

/** The weeks of teams that are loaded already, up to the day `on`. */
export function weeksFrom(
  facts: Facts,
  teams: readonly TeamFacts[],
  asked: {
    readonly behaviours: readonly Behaviour[];
    readonly missedAfterDays: number;
    readonly on: LocalDate;
    /** How many weeks: 8 unless said otherwise. */
    readonly count?: number;
  },
): LoadedWeeks {
  const weeks = mondaysUntil(asked.on, asked.count ?? weeksLookedAt);
  const groups = weeksOfTeams(teams, {
    ...asked,
    weeks,
    calendarOf: (personId) => {
      const person = facts.people.get(personId);
      if (person === undefined) throw new Error(`No person ${personId}`);
      return facts.times.calendarOf(person);
    },
  });
  return { title: 'Time with their manager, week by week', weeks, groups };
}
