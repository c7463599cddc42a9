/** How a development cycle is put right: agreed anew, moved, or taken back. */
import type { RootCause } from '../behaviours/change.ts';
import type { AssignmentId, CycleId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { Sealed } from './secrets.ts';

/** What is agreed on, as it is stored: the words of the gap are sealed. */
export interface SealedAgreement {
  readonly gap: Sealed;
  readonly rootCause: RootCause;
  readonly openedOn: LocalDate;
  readonly evaluatedOn: LocalDate | null;
  /** Who agreed on it; undefined leaves whoever stands there. */
  readonly managerId?: PersonId;
}

/** The rep's live cycle as it is stored, the newest if there are several. */
export async function liveCycle(
  store: Store,
  repId: PersonId,
): Promise<(SealedAgreement & { readonly id: number; readonly managerId: PersonId }) | undefined> {
  return store.database
    .selectFrom('cycle')
    .select(['id', 'gap', 'rootCause', 'openedOn', 'evaluatedOn', 'managerId'])
    .where('workspaceId', '=', store.workspaceId)
    .where('repId', '=', repId)
    .where('closedOn', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Puts back what was agreed on before. */
export async function restoreAgreement(store: Store, id: CycleId, agreement: SealedAgreement): Promise<void> {
  await cycleUpdate(store, id).set(agreement).execute();
}

/** The gap in other words, or with another root. */
export async function changeCycle(
  store: Store,
  id: CycleId,
  change: { readonly gap: string; readonly rootCause: RootCause },
): Promise<void> {
  await cycleUpdate(store, id)
    .set({ gap: store.secrets.seal(change.gap), rootCause: change.rootCause })
    .execute();
}

/** The cycle goes on with another gap, from this day, and is whoever's who agreed on it now. */
export async function renewCycle(
  store: Store,
  id: CycleId,
  agreed: {
    readonly gap: string;
    readonly rootCause: RootCause;
    readonly on: LocalDate;
    readonly managerId: PersonId;
  },
): Promise<void> {
  await changeCycle(store, id, agreed);
  const { on: openedOn, managerId } = agreed;
  await cycleUpdate(store, id).set({ openedOn, managerId, evaluatedOn: null }).execute();
}

/** When somebody last watched again, and whether the gap is closed. */
export async function setEvaluated(
  store: Store,
  id: CycleId,
  days: { readonly evaluatedOn: LocalDate | null; readonly closedOn: LocalDate | null },
): Promise<void> {
  await cycleUpdate(store, id).set(days).execute();
}

/** It was put on record by mistake; it has no assignments and comments any more. */
export async function removeCycle(store: Store, id: CycleId): Promise<void> {
  await store.database.deleteFrom('cycle').where('workspaceId', '=', store.workspaceId).where('id', '=', id).execute();
}

/** Other words or another day. */
export async function changeAssignment(
  store: Store,
  id: AssignmentId,
  change: { readonly text?: string; readonly dueOn?: LocalDate },
): Promise<void> {
  const { text, dueOn } = change;
  await assignmentUpdate(store, id)
    .set({
      ...(text === undefined ? {} : { text: store.secrets.seal(text) }),
      ...(dueOn === undefined ? {} : { dueOn }),
    })
    .execute();
}

/** What was seen of it doesn't hold: it is to be looked at again. */
export async function reopenAssignment(store: Store, id: AssignmentId): Promise<void> {
  await assignmentUpdate(store, id).set({ state: 'open', settledOn: null }).execute();
}

export async function removeAssignment(store: Store, id: AssignmentId): Promise<void> {
  await store.database
    .deleteFrom('assignment')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

function cycleUpdate(store: Store, id: CycleId) {
  return store.database.updateTable('cycle').where('workspaceId', '=', store.workspaceId).where('id', '=', id);
}

function assignmentUpdate(store: Store, id: AssignmentId) {
  return store.database.updateTable('assignment').where('workspaceId', '=', store.workspaceId).where('id', '=', id);
}
