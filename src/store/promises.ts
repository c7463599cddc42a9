import { sql } from 'kysely';
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { PromiseFact } from '../behaviours/facts.ts';
import type { AskId, DealId, InteractionId, PersonId, PromiseId, PulseId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { LocalDate } from '../time/zoned.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import type { PromiseFound, PromiseTable } from './leadership-tables.ts';
import type { Tables } from './tables.ts';

/** Something that a manager said they would do for a rep, with its words. Both may read it. */
export interface PromiseRecord extends PromiseFact {
  readonly repId: PersonId;
  readonly text: string;
  readonly settledOn: LocalDate | null;
  readonly askId: AskId | null;
  /** What is to be removed stands in the way of this deal. */
  readonly dealId: DealId | null;
  /** What the rep found once it was kept: the deal moves again, or not. */
  readonly found: PromiseFound | null;
  /** It was promised to a whole team in answer to their pulse: one promise, on record for each of them. */
  readonly pulseId: PulseId | null;
  /** Who keeps it instead of who made it and has left; null where they keep it themselves. */
  readonly holderId: PersonId | null;
}

export interface NewPromise {
  readonly managerId: PersonId;
  readonly repId: PersonId;
  readonly text: string;
  /** The manager's local days. */
  readonly madeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly askId?: AskId | null;
  readonly interactionId?: InteractionId | null;
  readonly dealId?: DealId | null;
  /** It is made to everybody who was asked in this pulse, a promise each. */
  readonly pulseId?: PulseId | null;
}

/** @returns the new promise's id */
export async function addPromise(store: Store, promise: NewPromise, now: Date): Promise<PromiseId> {
  const row = await store.database
    .insertInto('promise')
    .values({
      askId: null,
      interactionId: null,
      dealId: null,
      pulseId: null,
      found: null,
      ...promise,
      text: store.secrets.seal(promise.text),
      workspaceId: store.workspaceId,
      state: 'open',
      settledOn: null,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findPromise(store: Store, id: PromiseId): Promise<PromiseRecord | undefined> {
  const row = await selectPromises(store).where('id', '=', id).executeTakeFirst();
  return row && toPromise(store, row);
}

/**
 * By their day, open ones first. Of those made to a whole team their maker sees one.
 * @param filter `managerId`: who has to keep them: who made them, or who holds them since that one left
 */
export async function promisesOf(
  store: Store,
  filter: { managerId?: PersonId; repId?: PersonId; limit: number },
): Promise<PromiseRecord[]> {
  let query = selectPromises(store)
    .orderBy((row) => row.case().when('state', '=', 'open').then(0).else(1).end())
    .orderBy('dueOn')
    .orderBy('id')
    .limit(filter.limit);
  const { managerId } = filter;
  if (managerId !== undefined) query = query.where(keptBy([managerId]));
  if (filter.repId === undefined)
    query = query.where((where) =>
      where.or([where('pulseId', 'is', null), where('promise.id', '=', firstOfItsPulse(store))]),
    );
  if (filter.repId !== undefined) query = query.where('repId', '=', filter.repId);
  return (await query.execute()).map((row) => toPromise(store, row));
}

/** All that were made together with this one, to a team; of any other, itself. */
export async function promisesWith(store: Store, id: PromiseId): Promise<PromiseRecord[]> {
  const rows = await selectPromises(store).where(madeTogether(store, id)).orderBy('id').execute();
  return rows.map((row) => toPromise(store, row));
}

/**
 * One that was made to a team is settled for all of them.
 * @returns false if it was settled already
 */
export async function settlePromise(
  store: Store,
  id: PromiseId,
  state: 'kept' | 'dropped',
  on: LocalDate,
): Promise<boolean> {
  const result = await openPromise(store, id).set({ state, settledOn: on }).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * One that was made to a team is moved for all of them.
 * @returns false if it was settled already
 */
export async function movePromise(store: Store, id: PromiseId, dueOn: LocalDate): Promise<boolean> {
  const result = await openPromise(store, id).set({ dueOn }).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Another day or other words, as long as it is open. */
export async function changePromise(
  store: Store,
  id: PromiseId,
  change: { readonly text: string; readonly dueOn: LocalDate },
): Promise<void> {
  await openPromise(store, id)
    .set({ text: store.secrets.seal(change.text), dueOn: change.dueOn })
    .execute();
}

/** It was settled by mistake. */
export async function reopenPromise(store: Store, id: PromiseId): Promise<void> {
  await store.database
    .updateTable('promise')
    .set({ state: 'open', settledOn: null })
    .where('workspaceId', '=', store.workspaceId)
    .where(madeTogether(store, id))
    .execute();
}

/** It was put on record by mistake. */
export async function removePromise(store: Store, id: PromiseId): Promise<void> {
  await store.database
    .deleteFrom('promise')
    .where('workspaceId', '=', store.workspaceId)
    .where(madeTogether(store, id))
    .execute();
}

/** What was promised in answer to an ask, settled or not; oldest first. */
export async function promisesOfAsk(store: Store, askId: AskId): Promise<PromiseRecord[]> {
  const rows = await selectPromises(store).where('askId', '=', askId).orderBy('id').execute();
  return rows.map((row) => toPromise(store, row));
}

/** What was promised to those who were asked in a pulse, each their own row, by its id. */
export async function promisesAfterPulse(store: Store, pulseId: PulseId): Promise<PromiseRecord[]> {
  const rows = await selectPromises(store).where('pulseId', '=', pulseId).orderBy('id').execute();
  return rows.map((row) => toPromise(store, row));
}

/** The reps to whom something was promised together in this entry of the log. */
export async function teamPromised(store: Store, interactionId: InteractionId): Promise<number[]> {
  const rows = await store.database
    .selectFrom('promise')
    .select('repId')
    .where('workspaceId', '=', store.workspaceId)
    .where('interactionId', '=', interactionId)
    .where('pulseId', 'is not', null)
    .execute();
  return rows.map(({ repId }) => repId);
}

/** The newest promise of this manager to remove what is in this deal's way. */
export async function promiseAboutDeal(
  store: Store,
  managerId: PersonId,
  dealId: DealId,
): Promise<PromiseRecord | undefined> {
  const row = await selectPromises(store)
    .where('managerId', '=', managerId)
    .where('dealId', '=', dealId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && toPromise(store, row);
}

/** @returns false if the rep has said so before, or it isn't kept */
export async function recordFound(store: Store, id: PromiseId, found: PromiseFound): Promise<boolean> {
  const result = await store.database
    .updateTable('promise')
    .set({ found })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'kept')
    .where('found', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How the promises of one manager stand, in numbers: for their lead. */
export interface PromiseCounts {
  readonly managerId: PersonId;
  /** Since the day asked for. */
  readonly kept: number;
  readonly open: number;
  /** Open, and their day is past. */
  readonly late: number;
}

/** By id; managers without any promise are left out. */
export async function countPromises(
  store: Store,
  managerIds: readonly PersonId[],
  days: { readonly since: LocalDate; readonly today: LocalDate },
): Promise<PromiseCounts[]> {
  if (managerIds.length === 0) return [];
  const rows = await store.database
    .selectFrom('promise')
    .select(['managerId', 'holderId', 'state', 'dueOn', 'settledOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where((where) => where.or([where('pulseId', 'is', null), where('promise.id', '=', firstOfItsPulse(store))]))
    .where(keptBy(managerIds))
    .execute();
  const byKeeper = [...Map.groupBy(rows, keeperOf)].toSorted(([one], [other]) => one - other);
  return byKeeper.map(([managerId, promises]) => {
    const open = promises.filter(({ state }) => state === 'open');
    return {
      managerId,
      kept: promises.filter(({ state, settledOn }) => state === 'kept' && (settledOn ?? '') >= days.since).length,
      open: open.length,
      late: open.filter(({ dueOn }) => dueOn < days.today).length,
    };
  });
}

function openPromise(store: Store, id: PromiseId) {
  return store.database
    .updateTable('promise')
    .where('workspaceId', '=', store.workspaceId)
    .where(madeTogether(store, id))
    .where('state', '=', 'open');
}

/** A promise to a team is a row for each rep, and what is done to one is done to all. */
function madeTogether(store: Store, id: PromiseId) {
  const pulse = store.database.selectFrom('promise as made').select('made.pulseId').where('made.id', '=', id);
  return (where: ExpressionBuilder<Tables, 'promise'>) =>
    where.or([where('id', '=', id), where('pulseId', '=', pulse)]);
}

/** To be kept by one of these: made by them, or held since who made it left. */
export function keptBy(personIds: readonly PersonId[]) {
  return (where: ExpressionBuilder<Tables, 'promise'>) =>
    where.or([
      where('holderId', 'in', oneOf(personIds)),
      where.and([where('managerId', 'in', oneOf(personIds)), where('holderId', 'is', null)]),
    ]);
}

/** The first of the rows that were made in answer to the same pulse. */
export function firstOfItsPulse(store: Store) {
  return store.database
    .selectFrom('promise as first')
    .select(({ fn }) => fn.min('first.id').as('first'))
    .where('first.workspaceId', '=', store.workspaceId)
    .where('first.pulseId', '=', sql.ref<number>('promise.pulseId'));
}

function selectPromises(store: Store) {
  return store.database.selectFrom('promise').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toPromise(store: Store, row: Selectable<PromiseTable>): PromiseRecord {
  const { workspaceId: _workspace, createdAt: _created, interactionId: _interaction, ...columns } = row;
  return { ...columns, text: store.secrets.open(row.text) };
}
