/** What waits to be sent and what was sent last, for whoever runs the bot: kinds and counts, nobody's name and no words. */
import type { MessageKey } from '../leading/messages.ts';
import type { Store } from './db.ts';
import type { OutboxState } from './tables.ts';

export interface WaitingMessages {
  readonly state: OutboxState;
  readonly kind: string;
  /** Why they wait; null where they are only due or to come. */
  readonly problem: string | null;
  readonly count: number;
  /** When the first and the last of them were due, ISO 8601 in UTC. */
  readonly from: string;
  readonly until: string;
}

/** What isn't settled, by state, reason and kind. */
export async function waitingMessages(store: Store): Promise<WaitingMessages[]> {
  return store.database
    .selectFrom('outbox')
    .select(['state', 'kind', 'problem'])
    .select((select) => [
      select.fn.countAll<number>().as('count'),
      select.fn.min('dueAt').as('from'),
      select.fn.max('dueAt').as('until'),
    ])
    .where('workspaceId', '=', store.workspaceId)
    .where('state', 'in', ['pending', 'sending', 'uncertain', 'parked'])
    .groupBy(['state', 'kind', 'problem'])
    .orderBy('state')
    .orderBy('problem')
    .orderBy('kind')
    .execute();
}

/** When one of this kind was last sent, ISO 8601 in UTC. */
export async function lastSentAt(store: Store, kind: MessageKey): Promise<string | undefined> {
  const row = await store.database
    .selectFrom('outbox')
    .select((select) => select.fn.max('sentAt').as('at'))
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Those who are served. */
export async function countPeople(store: Store): Promise<number> {
  const row = await store.database
    .selectFrom('person')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('workspaceId', '=', store.workspaceId)
    .where('leftOn', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
