import { calendarOf } from '../leading/calendars.ts';
import type { Policy } from '../leading/policy.ts';
import { managersOf, repsOf } from '../leading/roles.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type { Store } from './db.ts';
import { everybody } from './people.ts';
import type { Person } from './people.ts';
import { readPolicy } from './policy.ts';
import { currentLines } from './reporting-lines.ts';
import { findWorkspace } from './workspaces.ts';

/** Who is here and when they work, without what happened: small enough to be read every minute. */
export interface Organisation {
  readonly policy: Policy;
  readonly people: ReadonlyMap<number, Person>;
  /** Those who have reps and can be written to: not left, and linked to a Slack account. By id. */
  readonly managers: readonly Person[];
  /** Those who have managers and can be written to. By id. */
  readonly leads: readonly Person[];
  calendarOf(person: Pick<Person, 'timeZone'>): WorkingCalendar;
}

export async function loadOrganisation(store: Store): Promise<Organisation> {
  const policy = await readPolicy(store);
  const defaultZone = (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
  const everyone = await everybody(store);
  const lines = await currentLines(store);
  const above = new Set(lines.map((line) => line.managerId));
  const reachable = everyone.filter(
    (person) => above.has(person.id) && person.leftOn === null && person.slackUserId !== null,
  );
  return {
    policy,
    people: new Map(everyone.map((person) => [person.id, person])),
    managers: reachable.filter((person) => repsOf(person.id, lines).length > 0),
    leads: reachable.filter((person) => managersOf(person.id, lines).length > 0),
    calendarOf: (person) => calendarOf(person, policy, defaultZone),
  };
}
