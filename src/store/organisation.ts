import type { PersonId } from '../behaviours/ids.ts';
import type { Roles } from '../leading/roles.ts';
import type { Store } from './db.ts';
import { oneOf } from './db.ts';
import { everybody, findPeople } from './people.ts';
import type { Person } from './people.ts';
import { loadWorkingTimes } from './working-times.ts';
import type { WorkingTimes } from './working-times.ts';

/** Who is here and when they work, without what happened: of those who were asked for, and of nobody else. */
export interface Organisation extends WorkingTimes {
  readonly people: ReadonlyMap<number, Person>;
  rolesOf(personId: PersonId): Roles;
  /** Those to whom anybody reports and who can be written to: managers, leads, and whoever is both. By id. */
  readonly leaders: readonly Person[];
  /** Those who have reps and can be written to: not left, and linked to a Slack account. By id. */
  readonly managers: readonly Person[];
  /** Those who have managers and can be written to. By id. */
  readonly leads: readonly Person[];
  /** Those who report to somebody and to whom nobody reports, and who can be written to. By id. */
  readonly reps: readonly Person[];
}

/** Everybody's. It grows with the company: for what is really about all of them. */
export async function loadOrganisation(store: Store): Promise<Organisation> {
  return organisationOf(store, await everybody(store));
}

/** That of these people: some dozens at a time. */
export async function loadPeopleAtWork(store: Store, personIds: readonly PersonId[]): Promise<Organisation> {
  return organisationOf(store, await findPeople(store, personIds));
}

async function organisationOf(store: Store, people: readonly Person[]): Promise<Organisation> {
  const ids = people.map(({ id }) => id);
  const roles = await loadRoles(store, ids);
  const rolesOf = (personId: PersonId): Roles => roles.get(personId) ?? noRoles;
  const reachable = people.filter(canBeWritten);
  return {
    ...(await loadWorkingTimes(store, people)),
    people: new Map(people.map((person) => [person.id, person])),
    rolesOf,
    leaders: reachable.filter(({ id }) => rolesOf(id).isManager || rolesOf(id).isLead),
    managers: reachable.filter(({ id }) => rolesOf(id).isManager),
    leads: reachable.filter(({ id }) => rolesOf(id).isLead),
    reps: reachable.filter(({ id }) => rolesOf(id).isRep),
  };
}

const noRoles: Roles = { isRep: false, isManager: false, isLead: false };

/** Is here, and has a Slack account. */
export function canBeWritten({ leftOn, slackUserId }: Person): boolean {
  return leftOn === null && slackUserId !== null;
}

/** What these people are as the lines are now; who has no line is left out. */
async function loadRoles(store: Store, personIds: readonly PersonId[]): Promise<Map<number, Roles>> {
  const roles = new Map<number, Roles>();
  for (const { managerId, leads } of await reportsOf(store, personIds)) {
    const before = roles.get(managerId) ?? noRoles;
    roles.set(managerId, {
      ...before,
      isManager: before.isManager || leads === null,
      isLead: before.isLead || leads !== null,
    });
  }
  for (const { personId } of await linesOf(store, personIds))
    if (!roles.has(personId)) roles.set(personId, { ...noRoles, isRep: true });
  return roles;
}

/** Each of their reports, and whether anybody reports to them. */
function reportsOf(store: Store, managerIds: readonly PersonId[]) {
  const lines = () =>
    store.database
      .selectFrom('reportingLine as line')
      .innerJoin('person', 'person.id', 'line.personId')
      .where('line.workspaceId', '=', store.workspaceId)
      .where('line.endedOn', 'is', null)
      .where('person.leftOn', 'is', null);
  return lines()
    .select((select) => [
      'line.managerId',
      select
        .selectFrom('reportingLine as below')
        .innerJoin('person as report', 'report.id', 'below.personId')
        .select('below.personId')
        .where('below.workspaceId', '=', store.workspaceId)
        .whereRef('below.managerId', '=', 'line.personId')
        .where('below.endedOn', 'is', null)
        .where('report.leftOn', 'is', null)
        .limit(1)
        .as('leads'),
    ])
    .where('line.managerId', 'in', oneOf(managerIds))
    .execute();
}

function linesOf(store: Store, personIds: readonly PersonId[]) {
  return store.database
    .selectFrom('reportingLine')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', 'in', oneOf(personIds))
    .where('endedOn', 'is', null)
    .execute();
}
