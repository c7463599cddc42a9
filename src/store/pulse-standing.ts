import type { Standing } from '../leading/access.ts';
import { maySee } from '../leading/access.ts';
import { managerOf, managersOf } from '../leading/roles.ts';
import type { Store } from './db.ts';
import { findPerson } from './people.ts';
import type { PulseRecord } from './pulses.ts';
import { membersOfPulse } from './pulses.ts';
import { currentLines } from './reporting-lines.ts';

/**
 * How somebody stands to a pulse, from the database. Its manager is who was one of its managers and still has anybody of those who
 * were asked; its lead is to whom one of those managers reports now.
 */
export async function standingToPulse(
  store: Store,
  actingId: number,
  pulse: Pick<PulseRecord, 'id' | 'managerIds'>,
): Promise<Standing> {
  const acting = await findPerson(store, actingId);
  const members = await membersOfPulse(store, pulse.id);
  const lines = await currentLines(store);
  const wasLeading = acting?.leftOn === null && pulse.managerIds.includes(actingId);
  const isManagerNow = wasLeading && members.some((id) => managerOf(id, lines) === actingId);
  return {
    isRepConcerned: members.includes(actingId),
    isManagerNow,
    wasManager: wasLeading && !isManagerNow,
    isLeadNow: acting?.leftOn === null && managersOf(actingId, lines).some((id) => pulse.managerIds.includes(id)),
    isAdmin: acting?.isAdmin ?? false,
    isAuthor: false,
  };
}

/** May this person see what was published of the pulse? */
export async function maySeePulse(
  store: Store,
  actingId: number,
  pulse: Pick<PulseRecord, 'id' | 'managerIds'>,
): Promise<boolean> {
  return maySee('pulse-result', await standingToPulse(store, actingId, pulse)) === 'all';
}
