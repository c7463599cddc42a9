/** What followed from an entry in the log: which records it made or changed, and how those stood before. */
import type { Change } from '../behaviours/change.ts';
import type { InteractionId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import type { Sealed } from './secrets.ts';

/** Ids, days and states; words only sealed. */
export type Remembered = Readonly<Record<string, string | number | null>> & { readonly gap?: Sealed };

export interface Consequence {
  readonly id: number;
  readonly interactionId: InteractionId;
  readonly kind: Change['kind'];
  /** Of the record that the kind of change is about. */
  readonly recordId: number;
  readonly remembered: Remembered;
}

export async function addConsequence(store: Store, consequence: Omit<Consequence, 'id'>, now: Date): Promise<void> {
  await store.database
    .insertInto('consequence')
    .values({
      ...consequence,
      remembered: JSON.stringify(consequence.remembered),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .execute();
}

/** Newest first: in this order they can be undone. */
export async function consequencesOf(store: Store, interactionId: InteractionId): Promise<Consequence[]> {
  const rows = await store.database
    .selectFrom('consequence')
    .select(['id', 'interactionId', 'kind', 'recordId', 'remembered'])
    .where('workspaceId', '=', store.workspaceId)
    .where('interactionId', '=', interactionId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, remembered: JSON.parse(row.remembered) as Remembered }));
}

/** The entries that did this to a record, newest first. */
export async function entriesThatSettled(store: Store, kind: Change['kind'], recordId: number): Promise<number[]> {
  const rows = await store.database
    .selectFrom('consequence')
    .select('interactionId')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('recordId', '=', recordId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ interactionId }) => interactionId);
}

export async function changeConsequence(store: Store, id: number, remembered: Remembered): Promise<void> {
  await store.database
    .updateTable('consequence')
    .set({ remembered: JSON.stringify(remembered) })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function removeConsequence(store: Store, id: number): Promise<void> {
  await store.database
    .deleteFrom('consequence')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The record is somebody else's now: the entry that made it no longer reaches it. */
export async function forgetConsequences(store: Store, kind: Change['kind'], recordId: number): Promise<void> {
  await store.database
    .deleteFrom('consequence')
    .where('workspaceId', '=', store.workspaceId)
    .where('kind', '=', kind)
    .where('recordId', '=', recordId)
    .execute();
}
