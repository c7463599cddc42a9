import type { GoalFact } from '../behaviours/facts.ts';
import type { GoalId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { forgetConsequences } from './consequences.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** What a rep wants from this job. The rep owns it; their manager reads it. */
export interface Goal extends GoalFact {
  readonly repId: PersonId;
  readonly authorId: PersonId;
  readonly text: string;
}

/** @returns the new goal's id */
export async function addGoal(
  store: Store,
  goal: { repId: PersonId; authorId: PersonId; text: string; on: LocalDate },
  now: Date,
): Promise<GoalId> {
  const row = await store.database
    .insertInto('goal')
    .values({
      repId: goal.repId,
      authorId: goal.authorId,
      text: store.secrets.seal(goal.text),
      recordedOn: goal.on,
      revisitedOn: goal.on,
      removedOn: null,
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Both looked at the rep's goals on this day. */
export async function revisitGoals(store: Store, repId: PersonId, on: LocalDate): Promise<void> {
  await store.database
    .updateTable('goal')
    .set({ revisitedOn: on })
    .where('workspaceId', '=', store.workspaceId)
    .where('repId', '=', repId)
    .where('removedOn', 'is', null)
    .execute();
}

/** The rep says it anew: from now on it is theirs, whoever wrote it down first. */
export async function changeGoal(store: Store, id: GoalId, text: string, on: LocalDate): Promise<void> {
  await forgetConsequences(store, 'record-goals', id);
  await store.database
    .updateTable('goal')
    .set({ text: store.secrets.seal(text), revisitedOn: on })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The manager who wrote it down puts the words right. */
export async function rewordGoal(store: Store, id: GoalId, text: string): Promise<void> {
  await store.database
    .updateTable('goal')
    .set({ text: store.secrets.seal(text) })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** When both last looked at one goal. */
export async function setRevisited(store: Store, id: GoalId, on: LocalDate): Promise<void> {
  await store.database
    .updateTable('goal')
    .set({ revisitedOn: on })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** It is no goal any more; its words are gone. */
export async function removeGoal(store: Store, id: GoalId, on: LocalDate): Promise<void> {
  await store.database
    .updateTable('goal')
    .set({ removedOn: on, text: store.secrets.seal('') })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function findGoal(store: Store, id: GoalId): Promise<Goal | undefined> {
  const row = await selectGoals(store).where('id', '=', id).executeTakeFirst();
  return row && { ...row, text: store.secrets.open(row.text) };
}

/** Oldest first. */
export async function goalsOf(store: Store, repId: PersonId): Promise<Goal[]> {
  const rows = await selectGoals(store).where('repId', '=', repId).execute();
  return rows.map((row) => ({ ...row, text: store.secrets.open(row.text) }));
}

/** Of these people, without words: for rules. */
export async function goalFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(GoalFact & { repId: PersonId })[]> {
  return factsAbout(store, { repIds: asOneValue(repIds) });
}

const factsAbout = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  selectGoals({ database, workspaceId })
    .where('repId', 'in', oneOfThose(repIds))
    .clearSelect()
    .select(['id', 'repId', 'recordedOn', 'revisitedOn']),
);

function selectGoals(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('goal')
    .select(['id', 'repId', 'authorId', 'text', 'recordedOn', 'revisitedOn'])
    .where('workspaceId', '=', store.workspaceId)
    .where('removedOn', 'is', null)
    .orderBy('id');
}
