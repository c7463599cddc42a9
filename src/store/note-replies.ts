/** What whom a shared note is about answers to it. Its words are for those who may read the note. */
import type { Selectable } from 'kysely';
import type { InteractionId, PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import type { NoteReplyTable } from './note-reply-tables.ts';

export interface NoteReply {
  readonly id: number;
  readonly interactionId: InteractionId;
  readonly authorId: PersonId;
  readonly text: string;
  readonly at: Date;
}

/** @returns the new reply's id */
export async function addNoteReply(
  store: Store,
  reply: { readonly interactionId: InteractionId; readonly authorId: PersonId; readonly text: string },
  now: Date,
): Promise<number> {
  const row = await store.database
    .insertInto('noteReply')
    .values({
      ...reply,
      text: store.secrets.seal(reply.text),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findNoteReply(store: Store, id: number): Promise<NoteReply | undefined> {
  const row = await selectReplies(store).where('id', '=', id).executeTakeFirst();
  return row && toReply(store, row);
}

/** Oldest first. The caller has asked `leading/access.ts` before. */
export async function noteRepliesOf(store: Store, interactionId: InteractionId): Promise<NoteReply[]> {
  const rows = await selectReplies(store).where('interactionId', '=', interactionId).orderBy('id').execute();
  return rows.map((row) => toReply(store, row));
}

/** The note they answer is gone. */
export async function removeNoteReplies(store: Store, interactionId: InteractionId): Promise<void> {
  await store.database
    .deleteFrom('noteReply')
    .where('workspaceId', '=', store.workspaceId)
    .where('interactionId', '=', interactionId)
    .execute();
}

function selectReplies(store: Store) {
  return store.database.selectFrom('noteReply').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toReply(store: Store, row: Selectable<NoteReplyTable>): NoteReply {
  const { id, interactionId, authorId, text, createdAt } = row;
  return { id, interactionId, authorId, text: store.secrets.open(text), at: new Date(createdAt) };
}
