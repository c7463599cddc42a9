import type { PersonId } from '../behaviours/ids.ts';
import { managersOf, repsOf } from '../leading/roles.ts';
import type { Store } from './db.ts';
import { linesNear } from './lines-near.ts';
import { everybody, findPeople } from './people.ts';
import type { Person } from './people.ts';
import { currentLines } from './reporting-lines.ts';
import { loadWorkingTimes } from './working-times.ts';
import type { WorkingTimes } from './working-times.ts';

/** Who is here and when they work, without what happened: small enough to be read every minute. */
export interface Organisation extends WorkingTimes {
  readonly people: ReadonlyMap<number, Person>;
  /** Those to whom anybody reports and who can be written to: managers, leads, and whoever is both. By id. */
  readonly leaders: readonly Person[];
  /** Those who have reps and can be written to: not left, and linked to a Slack account. By id. */
  readonly managers: readonly Person[];
  /** Those who have managers and can be written to. By id. */
  readonly leads: readonly Person[];
  /** Those who report to somebody and to whom nobody reports, and who can be written to. By id. */
  readonly reps: readonly Person[];
}

export async function loadOrganisation(store: Store): Promise<Organisation> {
  const everyone = await everybody(store);
  const lines = await currentLines(store);
  const above = new Set(lines.map((line) => line.managerId));
  const below = new Set(lines.map((line) => line.personId));
  const reachable = everyone.filter(
    (person) => above.has(person.id) && person.leftOn === null && person.slackUserId !== null,
  );
  return {
    ...(await loadWorkingTimes(store, everyone)),
    people: new Map(everyone.map((person) => [person.id, person])),
    leaders: reachable,
    managers: reachable.filter((person) => repsOf(person.id, lines).length > 0),
    leads: reachable.filter((person) => managersOf(person.id, lines).length > 0),
    reps: everyone.filter(
      ({ id, leftOn, slackUserId }) => below.has(id) && !above.has(id) && leftOn === null && slackUserId !== null,
    ),
  };
}

/** Those among whom an ask goes from hand to hand, and when they work. */
export interface Neighbours extends WorkingTimes {
  readonly people: ReadonlyMap<number, Person>;
}

/** These people, everybody above them, their colleagues, and who stands in for any of those. */
export async function loadNeighbours(store: Store, personIds: readonly PersonId[]): Promise<Neighbours> {
  const lines = await linesNear(store, personIds);
  const near = [...personIds, ...lines.flatMap(({ personId, managerId }) => [personId, managerId])];
  const people = await findPeople(store, [...new Set(near)]);
  const known = await loadWorkingTimes(store, people);
  const ids = new Set(people.map(({ id }) => id));
  const standIns = people.flatMap(({ id }) => known.standInOf(id) ?? []).filter((id) => !ids.has(id));
  const others = await findPeople(store, [...new Set(standIns)]);
  const all = [...people, ...others];
  const times = others.length === 0 ? known : await loadWorkingTimes(store, all);
  return { ...times, people: new Map(all.map((person) => [person.id, person])) };
}
