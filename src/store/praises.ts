import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

/** Thanks for something concrete. The rep reads it; in public, everybody in the wins channel. */
export interface Praise {
  readonly id: number;
  readonly managerId: number;
  readonly repId: number;
  readonly text: string;
  readonly isPublic: boolean;
  readonly givenOn: LocalDate;
}

/** @returns the new praise's id */
export async function addPraise(
  store: Store,
  praise: Omit<Praise, 'id'> & { interactionId: number | null },
  now: Date,
): Promise<number> {
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

export async function findPraise(store: Store, id: number): Promise<Praise | undefined> {
  const row = await selectPraises(store).where('id', '=', id).executeTakeFirst();
  return row && { ...row, isPublic: row.isPublic === 1, text: store.secrets.open(row.text) };
}

/** Newest first. */
export async function praisesOf(store: Store, repId: number, limit: number): Promise<Praise[]> {
  const rows = await selectPraises(store).where('repId', '=', repId).limit(limit).execute();
  return rows.map((row) => ({ ...row, isPublic: row.isPublic === 1, text: store.secrets.open(row.text) }));
}

function selectPraises(store: Store) {
  return store.database
    .selectFrom('praise')
    .select(['id', 'managerId', 'repId', 'text', 'isPublic', 'givenOn'])
    .where('workspaceId', '=', store.workspaceId)
    .orderBy('id', 'desc');
}
