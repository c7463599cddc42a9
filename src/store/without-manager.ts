/** Who has no manager now, because theirs has left: by who holds them meanwhile. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { heldLines, linesToLeavers } from './held-lines.ts';
import { findPeople } from './people.ts';
import type { Person } from './people.ts';

/** Those whose manager has left. */
export interface WithoutManager {
  readonly leaver: Person;
  /** Who has them for now; undefined where nobody above is here. */
  readonly holder: Person | undefined;
  /** By name. */
  readonly people: readonly Person[];
}

/**
 * Everybody without a manager, or those whom one person holds; by the names of the managers who left.
 * @param filter `holderId`: held by this one; left out: everybody's, also those whom nobody holds
 */
export async function withoutManager(
  store: Store,
  filter: { readonly holderId?: PersonId } = {},
): Promise<WithoutManager[]> {
  const { holderId } = filter;
  const held = await heldLines(store, holderId === undefined ? {} : { managerId: holderId });
  const alone = holderId === undefined ? await linesToLeavers(store, 'everybody') : [];
  const rows = [
    ...held.flatMap(({ personId, managerId, heldForId }) =>
      heldForId === null ? [] : [{ personId, leaverId: heldForId, holderId: managerId }],
    ),
    ...alone.map((line) => ({
      personId: line.personId,
      leaverId: line.heldForId ?? line.managerId,
      holderId: undefined,
    })),
  ];
  const ids = rows.flatMap((row) => [row.personId, row.leaverId, row.holderId ?? row.personId]);
  const people = new Map((await findPeople(store, [...new Set(ids)])).map((person) => [person.id, person]));
  const groups = Map.groupBy(rows, (row) => `${row.leaverId}|${row.holderId ?? ''}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      const leaver = first && people.get(first.leaverId);
      if (first === undefined || leaver === undefined) return [];
      const theirs = group.flatMap(({ personId }) => people.get(personId) ?? []);
      return [
        {
          leaver,
          holder: first.holderId === undefined ? undefined : people.get(first.holderId),
          people: theirs.toSorted((one, other) => one.name.localeCompare(other.name)),
        },
      ];
    })
    .toSorted((one, other) => one.leaver.name.localeCompare(other.leaver.name));
}
