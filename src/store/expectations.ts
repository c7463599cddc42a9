import type { ExpectationFact } from '../behaviours/facts.ts';
import type { ExpectationId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** What a manager expects of a rep, in words that the rep confirms having read. */
export interface Expectation extends ExpectationFact {
  readonly managerId: PersonId;
  readonly repId: PersonId;
  readonly text: string;
}

/** @returns the new expectation's id */
export async function addExpectation(
  store: Store,
  expectation: { managerId: PersonId; repId: PersonId; text: string; on: LocalDate },
  now: Date,
): Promise<ExpectationId> {
  const { on, ...columns } = expectation;
  const row = await store.database
    .insertInto('expectation')
    .values({
      ...columns,
      text: store.secrets.seal(expectation.text),
      statedOn: on,
      acknowledgedOn: null,
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** The rep has read it. @returns false if that was on record already */
export async function acknowledgeExpectation(store: Store, id: ExpectationId, on: LocalDate): Promise<boolean> {
  const result = await store.database
    .updateTable('expectation')
    .set({ acknowledgedOn: on })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('acknowledgedOn', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Other words, or another day on which they hold. */
export async function changeExpectation(
  store: Store,
  id: ExpectationId,
  change: { readonly text?: string; readonly statedOn?: LocalDate },
): Promise<void> {
  const { text, statedOn } = change;
  await store.database
    .updateTable('expectation')
    .set({
      ...(text === undefined ? {} : { text: store.secrets.seal(text) }),
      ...(statedOn === undefined ? {} : { statedOn }),
    })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** It is no longer expected, or never was. */
export async function removeExpectation(store: Store, id: ExpectationId): Promise<void> {
  await store.database
    .deleteFrom('expectation')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function findExpectation(store: Store, id: ExpectationId): Promise<Expectation | undefined> {
  const row = await selectExpectations(store).where('id', '=', id).executeTakeFirst();
  return row && { ...row, text: store.secrets.open(row.text) };
}

/** Newest first. */
export async function expectationsOf(store: Store, repId: PersonId): Promise<Expectation[]> {
  const rows = await selectExpectations(store).where('repId', '=', repId).execute();
  return rows.map((row) => ({ ...row, text: store.secrets.open(row.text) }));
}

/** Of these people, without words: for rules. Newest first. */
export async function expectationFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(ExpectationFact & { repId: PersonId })[]> {
  return factsAbout(store, { repIds: asOneValue(repIds) });
}

const factsAbout = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  selectExpectations({ database, workspaceId })
    .where('repId', 'in', oneOfThose(repIds))
    .clearSelect()
    .select(['id', 'repId', 'statedOn', 'acknowledgedOn']),
);

function selectExpectations(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('expectation')
    .select(['id', 'managerId', 'repId', 'text', 'statedOn', 'acknowledgedOn'])
    .where('workspaceId', '=', store.workspaceId)
    .orderBy('id', 'desc');
}
