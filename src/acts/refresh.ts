import { batchOf } from '../leading/nudge-answer.ts';
import type { Store } from '../store/db.ts';
import type { Nudge } from '../store/nudges.ts';
import { wantRefreshOfNewest } from '../store/outbox-newest.ts';
import { wantRefresh } from '../store/outbox.ts';
import type { Subject } from '../store/outbox.ts';

/** The message in which a batch of nudges stands. */
export function messageOfBatch({ personId, batch }: Pick<Nudge, 'personId' | 'batch'>): {
  readonly kind: string;
  readonly subject: Subject;
} {
  const { kind, on } = batchOf(batch);
  return { kind, subject: kind === 'recap' ? { manager: personId, on } : { person: personId, batch } };
}
import { managerIdOf } from '../store/reporting-lines.ts';

/** The messages in which these nudges stand show something old now. */
export async function refreshMessagesOf(
  store: Store,
  nudges: readonly Pick<Nudge, 'personId' | 'batch'>[],
): Promise<void> {
  const batches = new Map(nudges.map((nudge) => [`${nudge.personId}|${nudge.batch}`, nudge]));
  for (const nudge of batches.values()) {
    const { kind, subject } = messageOfBatch(nudge);
    await wantRefresh(store, kind, subject);
  }
}

/** The digests of these people show something old now, where they have any. */
export async function refreshDigests(store: Store, leadIds: Iterable<number>): Promise<void> {
  for (const leadId of new Set(leadIds)) await wantRefreshOfNewest(store, 'digest', leadId);
}

/** The digest of whoever leads this manager shows something old now. */
export async function refreshDigestAbove(store: Store, managerId: number): Promise<void> {
  const leadId = await managerIdOf(store, managerId);
  if (leadId !== undefined) await refreshDigests(store, [leadId]);
}
