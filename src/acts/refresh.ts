import type { PersonId } from '../behaviours/ids.ts';
import { staleWith } from '../leading/messages.ts';
import type { AnyMessage, Changing, MessageKey, Named, SubjectOf } from '../leading/messages.ts';
import { batchOf } from '../leading/nudge-answer.ts';
import type { Store } from '../store/db.ts';
import type { Nudge } from '../store/nudges.ts';
import { wantRefreshOfNewest } from '../store/outbox-newest.ts';
import { wantRefresh } from '../store/outbox-refreshes.ts';
import { managerIdOf } from '../store/reporting-lines.ts';

/** The message in which a batch of nudges stands. */
export function messageOfBatch({ personId, batch }: Pick<Nudge, 'personId' | 'batch'>): AnyMessage | undefined {
  const { kind, on } = batchOf(batch);
  switch (kind) {
    case 'recap':
      return { kind, subject: { manager: personId, on } };
    case 'plan':
    case 'between':
    case 'hello':
      return { kind, subject: { person: personId, batch } };
    default:
      return undefined;
  }
}

/** Every message about what has changed shows something old; the messages say themselves what that is. */
export async function refreshAbout<What extends Changing>(store: Store, what: What, named: Named<What>): Promise<void> {
  // What names a change is the whole subject of those messages: `leading/messages` holds them to it.
  const subject = named as SubjectOf<MessageKey>;
  for (const kind of staleWith(what)) await wantRefresh(store, kind, subject);
}

/** The messages in which these nudges stand show something old now. */
export async function refreshMessagesOf(
  store: Store,
  nudges: readonly Pick<Nudge, 'personId' | 'batch'>[],
): Promise<void> {
  const batches = new Map(nudges.map((nudge) => [`${nudge.personId}|${nudge.batch}`, nudge]));
  for (const nudge of batches.values()) {
    const message = messageOfBatch(nudge);
    if (message !== undefined) await wantRefresh(store, message.kind, message.subject);
  }
}

/** The digests of these people show something old now, where they have any. */
export async function refreshDigests(store: Store, leadIds: Iterable<number>): Promise<void> {
  for (const leadId of new Set(leadIds)) await wantRefreshOfNewest(store, 'digest', leadId);
}

/** The digest of whoever leads this manager shows something old now. */
export async function refreshDigestAbove(store: Store, managerId: PersonId): Promise<void> {
  const leadId = await managerIdOf(store, managerId);
  if (leadId !== undefined) await refreshDigests(store, [leadId]);
}
