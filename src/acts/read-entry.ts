import type { Context } from '../context.ts';
import { guardOfEntry, maySee } from '../leading/access.ts';
import type { Store } from '../store/db.ts';
import type { Interaction } from '../store/interactions.ts';
import type { Person } from '../store/people.ts';
import { standingOf } from '../store/standing.ts';

/** May this person read the words of this entry, as things stand now? */
export async function mayReadEntry(
  { behaviours }: Pick<Context, 'behaviours'>,
  store: Store,
  reader: Person,
  entry: Interaction,
): Promise<boolean> {
  const guard = guardOfEntry(behaviours.find(({ id }) => id === entry.behaviour));
  if (entry.repId === null) return entry.managerId === reader.id;
  const given = { authorId: entry.managerId, from: entry.loggedAt };
  const standing = await standingOf(store, reader.id, entry.repId, given);
  if (guard === 'own-entry') return maySee(guard, standing) === 'all';
  return maySee(entry.shared ? 'shared-note' : 'private-note', standing) === 'all';
}
