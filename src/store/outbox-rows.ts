/** Rows of the outbox as they are read and changed; what they mean is in `outbox.ts`. */
import type { Selectable } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { whileHeld } from './holding.ts';
import type { OutboxState, OutboxTable } from './tables.ts';

export type Subject = Readonly<Record<string, number | string>>;

export interface Delivery {
  readonly id: number;
  readonly deliveryId: string;
  readonly kind: string;
  readonly recipientId: PersonId;
  readonly subject: Subject;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly claimedAt: Date | null;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly problem: string | null;
  /** The delivery whose post carries this one, too. */
  readonly carriedBy: number | null;
}

/** The subject as stored: keys in order, so that the same subject is the same text. */
export function subjectKey(subject: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(subject, Object.keys(subject).toSorted());
}

/** A row that another instance has taken over says what that one knows: what this one was about to note is void. */
export function updateClaimed(store: Store) {
  const own = store.database.updateTable('outbox').where('workspaceId', '=', store.workspaceId);
  return store.fence === undefined ? own : own.where('claimedFence', '=', store.fence);
}

export async function change(
  store: Store,
  id: number,
  set: Partial<Omit<Selectable<OutboxTable>, 'id'>>,
): Promise<void> {
  await updateClaimed(store).set(set).where('id', '=', id).execute();
}

/** One post is one fate. */
export async function changeWithCarried(
  store: Store,
  id: number,
  set: Partial<Omit<Selectable<OutboxTable>, 'id'>>,
): Promise<void> {
  await updateClaimed(store)
    .set(set)
    .where((where) => where.or([where('id', '=', id), where('carriedBy', '=', id)]))
    .execute();
}

/**
 * As `changeWithCarried`, if it is still not known whether it was posted: whoever looked it up may have been overtaken by another look,
 * of this process or of another one. One statement decides.
 * @returns false if it is known by now, and nothing was changed
 */
export async function settleUncertain(
  store: Store,
  id: number,
  set: Partial<Omit<Selectable<OutboxTable>, 'id'>>,
): Promise<boolean> {
  const uncertain = store.database
    .updateTable('outbox')
    .set(set)
    .where('workspaceId', '=', store.workspaceId)
    .where((where) => where.or([where('id', '=', id), where('carriedBy', '=', id)]))
    .where('state', '=', 'uncertain');
  // It may have been sent, and be uncertain once more, since it was looked up by one who isn't the holder any longer.
  const settled = store.fence === undefined ? uncertain : uncertain.where(whileHeld(store));
  const result = await settled.executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export function selectDeliveries(store: Store) {
  return store.database.selectFrom('outbox').selectAll().where('workspaceId', '=', store.workspaceId);
}

export function toDelivery(row: Selectable<OutboxTable>): Delivery {
  return {
    id: row.id,
    deliveryId: row.deliveryId,
    kind: row.kind,
    recipientId: row.recipientId,
    subject: JSON.parse(row.subject) as Subject,
    state: row.state,
    attempts: row.attempts,
    dueAt: new Date(row.dueAt),
    claimedAt: row.claimedAt === null ? null : new Date(row.claimedAt),
    channel: row.channel,
    ts: row.ts,
    problem: row.problem,
    carriedBy: row.carriedBy,
  };
}
