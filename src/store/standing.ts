import type { Standing } from '../leading/access.ts';
import { managerOf } from '../leading/roles.ts';
import type { Store } from './db.ts';
import { findPerson } from './people.ts';
import { currentLines, linesOf } from './reporting-lines.ts';

/** How the acting person stands to a rep, from the database. */
export async function standingOf(store: Store, actingId: number, repId: number, authorId?: number): Promise<Standing> {
  const acting = await findPerson(store, actingId);
  const lines = await currentLines(store);
  const managerId = managerOf(repId, lines);
  const leadId = managerId === undefined ? undefined : managerOf(managerId, lines);
  const former = await linesOf(store, repId);
  return {
    isRepConcerned: actingId === repId,
    isManagerNow: managerId === actingId,
    wasManager: managerId !== actingId && former.some((line) => line.personId === repId && line.managerId === actingId),
    isLeadNow: leadId === actingId,
    isAdmin: acting?.isAdmin ?? false,
    isAuthor: authorId === actingId,
  };
}
