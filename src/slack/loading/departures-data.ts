/** Gathers who has no manager now, for whoever can choose one. */
import type { PersonId } from '../../behaviours/ids.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { asksOf } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { everHeld, heldLines, linesToLeavers } from '../../store/held-lines.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { promisesOf } from '../../store/promises.ts';
import { managerIdOf, reportsNow } from '../../store/reporting-lines.ts';
import { withoutManager } from '../../store/without-manager.ts';
import type { WithoutManager } from '../../store/without-manager.ts';
import type { NamedSince, OrphansShown } from '../views/people/departures.ts';

const mostCounted = 500;

/** Those for whom the reader can choose a manager: held by them, and for an admin everybody. */
export async function orphansFor(store: Store, reader: Person): Promise<OrphansShown[]> {
  const groups = await withoutManager(store, reader.isAdmin ? {} : { holderId: reader.id });
  if (groups.length === 0) return [];
  const asks = await asksOf(store, { holderId: reader.id, states: unsettledAskStates, limit: mostCounted });
  const promises = await promisesOf(store, { managerId: reader.id, limit: mostCounted });
  return groups.map((group) => {
    const ids = new Set(group.people.map(({ id }) => id));
    return {
      ...shown(group, reader),
      asks: asks.filter(({ repId }) => ids.has(repId)).length,
      promises: promises.filter(
        ({ state, holderId, managerId, repId }) =>
          state === 'open' && holderId === reader.id && managerId === group.leaver.id && ids.has(repId),
      ).length,
    };
  });
}

/** Whom the reader has only for now: by their id, the name of the manager who left. */
export async function heldForNow(store: Store, readerId: PersonId): Promise<ReadonlyMap<number, string>> {
  const groups = await withoutManager(store, { holderId: readerId });
  return new Map(groups.flatMap(({ leaver, people }) => people.map(({ id }) => [id, leaver.name] as const)));
}

/** Whose manager the reader may choose, of those who had this one; the act decides once more. */
export async function idsToChooseFor(store: Store, reader: Person, leaverId: PersonId): Promise<number[]> {
  const own = await heldLines(store, { managerId: reader.id, heldForId: leaverId });
  if (own.length > 0) return own.map(({ personId }) => personId);
  if ((await findPerson(store, leaverId))?.leftOn === null) return reportsNow(store, leaverId);
  if (!reader.isAdmin) return [];
  const held = await heldLines(store, { heldForId: leaverId });
  const alone = (await linesToLeavers(store, 'everybody')).filter(
    ({ heldForId, managerId }) => (heldForId ?? managerId) === leaverId,
  );
  return [...held, ...alone].map(({ personId }) => personId);
}

/** Whom those report to now whom this person, or anybody, held for that one, by manager; who is held still is left out. */
export async function namedSince(store: Store, holderId: PersonId | undefined, leaver: Person): Promise<NamedSince[]> {
  const byManager = new Map<number, number[]>();
  const stillHeld = new Set((await heldLines(store, { heldForId: leaver.id })).map(({ personId }) => personId));
  for (const personId of await everHeld(store, holderId, leaver.id)) {
    const managerId = stillHeld.has(personId) ? undefined : await managerIdOf(store, personId);
    if (managerId !== undefined && managerId !== leaver.id)
      byManager.set(managerId, [...(byManager.get(managerId) ?? []), personId]);
  }
  return Promise.all(
    [...byManager].map(async ([managerId, ids]) => ({
      leaverName: leaver.name,
      managerName: (await findPerson(store, managerId))?.name ?? 'somebody else',
      names: (await findPeople(store, ids)).map(({ name }) => name).toSorted((one, other) => one.localeCompare(other)),
    })),
  );
}

function shown({ leaver, holder, people }: WithoutManager, reader: Person): Omit<OrphansShown, 'asks' | 'promises'> {
  return {
    leaverId: leaver.id,
    leaverName: leaver.name,
    isMine: holder?.id === reader.id,
    holderName: holder?.name,
    names: people.map(({ name }) => name),
  };
}
