/**
 * What is to be said, and how far it got. A message is a kind and the ids of what it is about; it is rendered from the database
 * when it is sent, so it is true at that moment and no private text waits here.
 */
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { change, changeWithCarried, selectDeliveries, settleUncertain, subjectKey, toDelivery } from './outbox-rows.ts';
import type { Delivery } from './outbox-rows.ts';
import { prepared, preparedChange } from './prepared.ts';
import type { Given } from './prepared.ts';
import { messages } from '../leading/messages.ts';
import type { AnyMessage, MessageKey, SubjectOf } from '../leading/messages.ts';
import type { OutboxState } from './tables.ts';

export { claimNext } from './outbox-claim.ts';
export type { Delivery, Subject } from './outbox-rows.ts';

/** A message that is to be sent. */
export type NewDelivery = AnyMessage & {
  /** What, about whom, to whom, which local date. The second one with the same key is not written. */
  readonly occurrenceKey: string;
  readonly deliveryId: string;
  readonly recipientId: PersonId;
  readonly dueAt: Date;
};

/** @returns true if it is new */
export async function enqueue(store: Store, delivery: NewDelivery, now: Date): Promise<boolean> {
  const { occurrenceKey, deliveryId, kind, recipientId } = delivery;
  const added = await insert(store, {
    occurrenceKey,
    deliveryId,
    kind,
    recipientId,
    subject: subjectKey(delivery.subject),
    dueAt: delivery.dueAt.toISOString(),
    createdAt: now.toISOString(),
  });
  return added > 0;
}

type Written = Pick<NewDelivery, 'occurrenceKey' | 'deliveryId' | 'kind' | 'recipientId'> & {
  readonly subject: string;
  readonly dueAt: string;
  readonly createdAt: string;
};

const insert = preparedChange((database, row: Given<Written>) =>
  database
    .insertInto('outbox')
    .values({
      workspaceId: row.workspaceId,
      occurrenceKey: row.occurrenceKey,
      deliveryId: row.deliveryId,
      kind: row.kind,
      recipientId: row.recipientId,
      subject: row.subject,
      dueAt: row.dueAt,
      state: 'pending',
      claimedAt: null,
      sentAt: null,
      channel: null,
      ts: null,
      problem: null,
      createdAt: row.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'occurrenceKey']).doNothing()),
);

/** It is in Slack, with what it carries, whoever has taken over meanwhile. */
export async function markSent(
  store: Store,
  id: number,
  place: { channel: string; ts: string },
  now: Date,
): Promise<void> {
  const known = { ...store, fence: undefined };
  await changeWithCarried(known, id, { state: 'sent', ...place, sentAt: now.toISOString(), problem: null });
}

/** Found where nobody knew whether it was posted: it is in Slack. @returns false if that is known by now */
export function foundSent(
  store: Store,
  id: number,
  place: { channel: string; ts: string },
  now: Date,
): Promise<boolean> {
  return settleUncertain(store, id, { state: 'sent', ...place, sentAt: now.toISOString(), problem: null });
}

/** The problem of messages that were looked up and aren't in Slack. */
export const wasNotPosted = 'was not posted';

/** Found absent where nobody knew whether it was posted: it is sent again. @returns false if its fate is known by now */
export function foundAbsent(store: Store, id: number, dueAt: Date): Promise<boolean> {
  const set = { state: 'pending', dueAt: dueAt.toISOString(), problem: wasNotPosted, carriedBy: null } as const;
  return settleUncertain(store, id, set);
}

/** Not to be found out just now: it stays of unknown fate, and is looked up again then. @returns false if its fate is known by now */
export function foundUnclear(store: Store, id: number, problem: string, lookAgainAt: Date): Promise<boolean> {
  return settleUncertain(store, id, { problem, dueAt: lookAgainAt.toISOString() });
}

/** Nobody can find out whether it was posted; somebody has to look. @returns false if its fate is known by now */
export function foundNoWay(store: Store, id: number, problem: string): Promise<boolean> {
  return settleUncertain(store, id, { state: 'parked', problem, carriedBy: null });
}

/** It is no longer true, so it was not sent. */
export async function markSkipped(store: Store, id: number, reason: string): Promise<void> {
  await change(store, id, { state: 'skipped', problem: reason, carriedBy: null });
}

/** Whether Slack posted it is not known: it is never sent again blindly. */
export async function markUncertain(store: Store, id: number, problem: string, channel: string | null): Promise<void> {
  await changeWithCarried(store, id, { state: 'uncertain', problem, channel });
}

/** It can't be delivered as things are; somebody has to look. */
export async function park(store: Store, id: number, problem: string): Promise<void> {
  await changeWithCarried(store, id, { state: 'parked', problem, carriedBy: null });
}

/** Slack surely did not post it: try again at `dueAt`. */
export async function retryAt(store: Store, id: number, dueAt: Date, problem: string): Promise<void> {
  await changeWithCarried(store, id, { state: 'pending', dueAt: dueAt.toISOString(), problem, carriedBy: null });
}

/** Its picture wasn't ready, so nothing was posted: tried again at `dueAt`, and not counted as an attempt. */
export async function retryAfterPicture(
  store: Store,
  { id, attempts }: Pick<Delivery, 'id' | 'attempts'>,
  dueAt: Date,
  problem: string,
): Promise<void> {
  await change(store, id, { state: 'pending', dueAt: dueAt.toISOString(), problem, attempts: attempts - 1 });
}

/** What waits for this person waits until `until` at least, in the same order. */
export async function holdRecipient(store: Store, recipientId: PersonId, until: Date): Promise<void> {
  await store.database
    .updateTable('outbox')
    .set({ dueAt: until.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'pending')
    .where('dueAt', '<', until.toISOString())
    .execute();
}

/**
 * The process that was sending these is gone, or has lost the workspace to this one: whether Slack posted them is not known. Only the
 * process that alone may send calls this, before it sends anything, in the transaction in which it makes sure of that.
 * @param now where another machine may have claimed them, by a clock of its own: their age is counted from then
 * @returns how many
 */
export async function abandonSending(store: Store, now?: Date): Promise<number> {
  const result = await store.database
    .updateTable('outbox')
    .set({ state: 'uncertain', problem: 'stopped while sending', claimedFence: null })
    .$if(now !== undefined, (query) => query.set({ claimedAt: now?.toISOString() ?? null }))
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The problem of messages to people whom nobody has linked to a Slack account yet. */
export const noSlackAccount = 'no Slack account linked';

/** Who has a Slack account by now gets what was parked for want of one. */
export async function unparkLinked(store: Store): Promise<void> {
  const linked = store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('slackUserId', 'is not', null);
  await store.database
    .updateTable('outbox')
    .set({ state: 'pending', problem: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'parked')
    .where('problem', '=', noSlackAccount)
    .where('recipientId', 'in', linked)
    .execute();
}

/** What was parked for this reason waits to be sent again, everybody's or one person's. */
export async function unpark(store: Store, problem: string, recipientId?: PersonId): Promise<void> {
  let query = store.database
    .updateTable('outbox')
    .set({ state: 'pending', problem: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'parked')
    .where('problem', '=', problem);
  if (recipientId !== undefined) query = query.where('recipientId', '=', recipientId);
  await query.execute();
}

/** Deliveries in these states, oldest first. */
export async function deliveriesIn(store: Store, states: readonly OutboxState[]): Promise<Delivery[]> {
  return (await selectDeliveries(store).where('state', 'in', states).orderBy('id').execute()).map(toDelivery);
}

/** The newest sent message of a kind to a person, if any. */
export async function newestSent<Key extends MessageKey>(
  store: Store,
  kind: Key,
  recipientId: PersonId,
): Promise<(Omit<Delivery, 'subject'> & { readonly subject: SubjectOf<Key> }) | undefined> {
  const row = await selectDeliveries(store)
    .where('kind', '=', kind)
    .where('recipientId', '=', recipientId)
    .where('state', '=', 'sent')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && { ...toDelivery(row), subject: messages[kind].subject.parse(JSON.parse(row.subject)) as SubjectOf<Key> }
  );
}

/** Has a message of this kind about this subject reached Slack? Then rendering it means updating it. */
export async function wasSent<Key extends MessageKey>(
  store: Store,
  kind: Key,
  subject: SubjectOf<Key>,
): Promise<boolean> {
  return (await sentAbout(store, { kind, subject: subjectKey(subject) })).length > 0;
}

type About = { readonly kind: MessageKey; readonly subject: string };

const sentAbout = prepared((database, { workspaceId, kind, subject }: Given<About>) =>
  database
    .selectFrom('outbox')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'sent')
    .limit(1),
);

/** Was a message written for this occurrence, however far it got? */
export async function wasWritten(store: Store, occurrenceKey: string): Promise<boolean> {
  const row = await selectDeliveries(store).where('occurrenceKey', '=', occurrenceKey).executeTakeFirst();
  return row !== undefined;
}
