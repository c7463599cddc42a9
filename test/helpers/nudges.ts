import type { Due } from '../../src/behaviours/behaviour.ts';
import type { Store } from '../../src/store/db.ts';
import { addNudges, nudgesOfBatch } from '../../src/store/nudges.ts';
import type { Nudge } from '../../src/store/nudges.ts';

/** An act that is due: a ride-along with somebody, never done before. */
export function dueFor(repId: number | null, more: Partial<Due> = {}): Due {
  return {
    behaviour: 'ride-along',
    repId,
    dealId: null,
    askId: null,
    item: null,
    evidence: {
      sentence: 'No ride-along yet.',
      record: null,
      elapsed: 41,
      rhythm: 30,
      dueSince: '2026-10-24',
    },
    words: {
      headline: 'Ride along',
      act: 'Pick one call this week.',
      openingLine: '“Which call would you like me on?”',
    },
    urgent: false,
    weight: 1,
    prefill: {},
    ...more,
  };
}

/** Writes a plan of nudges for one person. */
export async function planOf(
  store: Store,
  personId: number,
  dues: readonly Due[],
  now: Date,
  batch = 'plan:2026-11-23',
): Promise<Nudge[]> {
  await addNudges(store, personId, batch, dues, now);
  return nudgesOfBatch(store, personId, batch);
}
