import type { PersonId } from '../behaviours/ids.ts';
import type { MessageKey } from '../leading/messages.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

const dayMilliseconds = 86_400_000;
/** A manager's recap isn't kept up to date for longer. */
const weeklyDays = 9;
/** As long as the newest of a rep's recaps is the newest. */
const monthlyDays = 40;

/**
 * The recaps that show what this manager did for this rep show something old: the newest of each or, where words may have been taken
 * back that stand in an older one, all that went to the rep.
 */
export async function wantRefreshOfRecaps(
  store: Store,
  whose: { readonly managerId?: PersonId; readonly repId?: PersonId | null; readonly mayBeOlder?: boolean },
  now: Date,
): Promise<void> {
  const { managerId, repId, mayBeOlder } = whose;
  if (managerId !== undefined) await wantRefresh(store, 'recap', managerId, before(now, weeklyDays));
  if (typeof repId === 'number')
    await wantRefresh(store, 'rep-recap', repId, mayBeOlder === true ? '' : before(now, monthlyDays));
}

async function wantRefresh(store: Store, kind: MessageKey, recipientId: PersonId, createdSince: string): Promise<void> {
  await update(store, { kind, recipientId, createdSince });
}

type Which = { readonly kind: MessageKey; readonly recipientId: PersonId; readonly createdSince: string };

const update = prepared((database, { workspaceId, kind, recipientId, createdSince }: Given<Which>) =>
  database
    .updateTable('outbox')
    .set({ refreshWanted: 1 })
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('recipientId', '=', recipientId)
    .where('createdAt', '>=', createdSince)
    .where('state', 'in', ['sending', 'sent', 'uncertain']),
);

function before(now: Date, days: number): string {
  return new Date(now.getTime() - days * dayMilliseconds).toISOString();
}
