import type { InteractionId, PersonId, PraiseId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

/** Thanks for something concrete. The rep reads it; in public, everybody in the wins channel. */
export interface Praise {
  readonly id: PraiseId;
  readonly managerId: PersonId;
  readonly repId: PersonId;
  readonly text: string;
  readonly isPublic: boolean;
  readonly givenOn: LocalDate;
}

/** @returns the new praise's id */
export async function addPraise(
  store: Store,
  praise: Omit<Praise, 'id'> & { interactionId: InteractionId | null },
  now: Date,
): Promise<PraiseId> {
  const row = await store.database
    .insertInto('praise')
    .values({
      ...praise,
      isPublic: praise.isPublic ? 1 : 0,
      text: store.secrets.seal(praise.text),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function changePraise(store: Store, id: PraiseId, text: string): Promise<void> {
  await praiseUpdate(store, id)
    .set({ text: store.secrets.seal(text) })
    .execute();
}

/** Whether it is for everybody in the wins channel. */
export async function setPraisePublic(store: Store, id: PraiseId, isPublic: boolean): Promise<void> {
  await praiseUpdate(store, id)
    .set({ isPublic: isPublic ? 1 : 0 })
    .execute();
}

/** It was never sent. */
export async function removePraise(store: Store, id: PraiseId): Promise<void> {
  await store.database.deleteFrom('praise').where('workspaceId', '=', store.workspaceId).where('id', '=', id).execute();
}

export async function findPraise(store: Store, id: PraiseId): Promise<Praise | undefined> {
  const row = await selectPraises(store).where('id', '=', id).executeTakeFirst();
  return row && { ...row, isPublic: row.isPublic === 1, text: store.secrets.open(row.text) };
}

/** Newest first. */
export async function praisesOf(store: Store, repId: PersonId, limit: number): Promise<Praise[]> {
  const rows = await selectPraises(store).where('repId', '=', repId).limit(limit).execute();
  return rows.map((row) => ({ ...row, isPublic: row.isPublic === 1, text: store.secrets.open(row.text) }));
}

function praiseUpdate(store: Store, id: PraiseId) {
  return store.database.updateTable('praise').where('workspaceId', '=', store.workspaceId).where('id', '=', id);
}

function selectPraises(store: Store) {
  return store.database
    .selectFrom('praise')
    .select(['id', 'managerId', 'repId', 'text', 'isPublic', 'givenOn'])
    .where('workspaceId', '=', store.workspaceId)
    .orderBy('id', 'desc');
}
