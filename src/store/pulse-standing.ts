import type { PersonId } from '../behaviours/ids.ts';
import { linesNear } from './lines-near.ts';
import type { Standing } from '../leading/access.ts';
import { maySee } from '../leading/access.ts';
import { managerOf, managersOf } from '../leading/roles.ts';
import type { Store } from './db.ts';
import { findPerson } from './people.ts';
import type { PulseRecord } from './pulses.ts';
import { membersOfPulse } from './pulses.ts';
import type { ReportingLine } from './reporting-lines.ts';

type Asked = Pick<PulseRecord, 'id' | 'managerIds' | 'leaderId' | 'openedOn'>;

/**
 * How somebody stands to a pulse, from the database. Its manager is who was one of its managers and still has anybody of those who
 * were asked; its lead is to whom one of those managers reports now, and did when it was opened.
 */
async function standingToPulse(store: Store, actingId: PersonId, pulse: Asked): Promise<Standing> {
  const acting = await findPerson(store, actingId);
  const members = await membersOfPulse(store, pulse.id);
  const lines = await linesNear(store, [actingId, ...pulse.managerIds, ...members]);
  const wasLeading = acting?.leftOn === null && pulse.managerIds.includes(actingId);
  const isManagerNow = wasLeading && members.some((id) => managerOf(id, lines) === actingId);
  return {
    isRepConcerned: members.includes(actingId),
    isManagerNow,
    wasManager: wasLeading && !isManagerNow,
    isLeadNow: acting?.leftOn === null && isLeadOfPulse(actingId, lines, pulse),
    // Whose time it was is in `managerIds` and in the day of the lead's line.
    isFromMyTime: true,
    isAdmin: acting?.isAdmin ?? false,
    isAuthor: false,
  };
}

/**
 * Those who were asked were told by name who may see it: whoever comes above their manager later, or puts themselves there, isn't
 * among them and sees the next one.
 * @param lines those that hold now
 */
export function isLeadOfPulse(
  personId: PersonId,
  lines: readonly ReportingLine[],
  { managerIds, leaderId, openedOn }: Omit<Asked, 'id'>,
): boolean {
  const since = (id: number) => lines.find((line) => line.personId === id)?.startedOn ?? openedOn;
  return managersOf(personId, lines).some(
    (id) => managerIds.includes(id) && (personId === leaderId || since(id) <= openedOn),
  );
}

/** May this person see what was published of the pulse? */
export async function maySeePulse(store: Store, actingId: PersonId, pulse: Asked): Promise<boolean> {
  return maySee('pulse-result', await standingToPulse(store, actingId, pulse)) === 'all';
}
