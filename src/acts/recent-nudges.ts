import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from '../store/db.ts';
import { nudgesSince } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';

/** Further back nothing is a nudge to be answered any more. */
const nudgeMilliseconds = 120 * 86_400_000;

/** The person's nudges that something can still be said to, newest first. */
export async function recentNudges(store: Store, personId: PersonId, now: Date): Promise<Nudge[]> {
  return nudgesSince(store, personId, new Date(now.getTime() - nudgeMilliseconds));
}
