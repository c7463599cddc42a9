/** Pulses as they stand in the database. */
import type { PulseResult } from '../../src/leading/pulse.ts';
import type { Store } from '../../src/store/db.ts';
import type { Person } from '../../src/store/people.ts';
import { addPulse, endPulse } from '../../src/store/pulse-rounds.ts';

export const middling: PulseResult = {
  statements: [
    { id: 'cares', points: 4 },
    { id: 'helps', points: 3.5 },
    { id: 'trusts', points: 3 },
  ],
  sentences: [],
};

/** A pulse of these people that was published, or with null hidden, and waits for its leader's word. */
export async function publishPulse(
  store: Store,
  leader: Person,
  members: readonly Person[],
  days: { readonly openedOn: string; readonly closedOn: string },
  result: PulseResult | null = middling,
): Promise<number> {
  const pulse = await addPulse(store, {
    leaderId: leader.id,
    kind: 'team',
    minimum: 5,
    openedOn: days.openedOn,
    closesAt: new Date(`${days.closedOn}T17:00:00Z`),
    managerIds: [leader.id],
    memberIds: members.map(({ id }) => id),
  });
  await endPulse(store, pulse, result ?? undefined, days.closedOn);
  return pulse;
}
