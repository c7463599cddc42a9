/** Pulses as they stand in the database. */
import type { PulseResult } from '../../src/leading/pulse.ts';
import type { Store } from '../../src/store/db.ts';
import type { Person } from '../../src/store/people.ts';
import { addPulse, endPulse } from '../../src/store/pulse-rounds.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

export const middling: PulseResult = {
  statements: [
    { id: 'cares', points: 4 },
    { id: 'helps', points: 3.5 },
    { id: 'trusts', points: 3 },
  ],
  sentences: [],
};

/**
 * A pulse of these people that was published, or with null hidden, and waits for its leader's word.
 * @param pooled the managers whose teams answered together; none where it is the leader's own
 */
export async function publishPulse(
  store: Store,
  leader: Person,
  members: readonly Person[],
  days: { readonly openedOn: LocalDate; readonly closedOn: LocalDate },
  result: PulseResult | null = middling,
  pooled: readonly Person[] = [],
): Promise<number> {
  const pulse = await addPulse(store, {
    leaderId: leader.id,
    kind: pooled.length === 0 ? 'team' : 'pool',
    minimum: 5,
    openedOn: days.openedOn,
    closesAt: new Date(`${days.closedOn}T17:00:00Z`),
    managerIds: pooled.length === 0 ? [leader.id] : pooled.map(({ id }) => id),
    memberIds: members.map(({ id }) => id),
  });
  await endPulse(store, pulse, result ?? undefined, days.closedOn);
  return pulse;
}
