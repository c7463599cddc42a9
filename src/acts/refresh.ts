import { batchOf } from '../leading/nudge-answer.ts';
import type { Store } from '../store/db.ts';
import type { Nudge } from '../store/nudges.ts';
import { wantRefresh } from '../store/outbox.ts';

/** The messages in which these nudges stand show something old now. */
export async function refreshMessagesOf(
  store: Store,
  nudges: readonly Pick<Nudge, 'personId' | 'batch'>[],
): Promise<void> {
  const batches = new Map(nudges.map((nudge) => [`${nudge.personId}|${nudge.batch}`, nudge]));
  for (const { personId, batch } of batches.values())
    await wantRefresh(store, batchOf(batch).kind, { person: personId, batch });
}
