import type { PersonId } from '../behaviours/ids.ts';
import type { PulseResult } from '../leading/pulse.ts';
import type { LocalDate } from '../time/zoned.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import { maySeePulse } from './pulse-standing.ts';
import { findPulse } from './pulses.ts';

/** What the teams of some managers said together, as it was published. */
export interface PublishedPulse {
  readonly managerIds: readonly PersonId[];
  readonly statements: PulseResult['statements'];
}

/**
 * Published after one day and up to another, of these managers' teams, and the reader may see it; in the order of the managers.
 * @param most how many are read; how many there are beside them is counted only
 */
export async function publishedPulses(
  store: Store,
  readerId: PersonId,
  managerIds: readonly PersonId[],
  span: { readonly after: LocalDate; readonly on: LocalDate; readonly most: number },
): Promise<{ readonly pulses: readonly PublishedPulse[]; readonly more: number }> {
  if (managerIds.length === 0) return { pulses: [], more: 0 };
  const rows = await store.database
    .selectFrom('pulse')
    .innerJoin('pulseTeam', 'pulseTeam.pulseId', 'pulse.id')
    .select(['pulse.id', 'pulseTeam.managerId'])
    .where('pulse.workspaceId', '=', store.workspaceId)
    .where('pulse.state', '=', 'published')
    .where('pulse.closedOn', '>', span.after)
    .where('pulse.closedOn', '<=', span.on)
    .where('pulseTeam.managerId', 'in', oneOf(managerIds))
    .orderBy('pulse.id')
    .execute();
  const inOrder = managerIds.flatMap((managerId) => rows.filter((row) => row.managerId === managerId));
  const ids = [...new Set(inOrder.map(({ id }) => id))];
  const pulses: PublishedPulse[] = [];
  for (const id of ids.slice(0, span.most)) {
    const pulse = await findPulse(store, id);
    if (pulse?.result === undefined || pulse.result === null || !(await maySeePulse(store, readerId, pulse))) continue;
    pulses.push({ managerIds: pulse.managerIds, statements: pulse.result.statements });
  }
  return { pulses, more: Math.max(0, ids.length - span.most) };
}
