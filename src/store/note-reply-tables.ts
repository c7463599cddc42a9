/** The columns of replies to shared notes. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { InteractionId, PersonId } from '../behaviours/ids.ts';
import type { Sealed } from './secrets.ts';

export interface NoteReplyTables {
  noteReply: NoteReplyTable;
}

export interface NoteReplyTable {
  id: Generated<number>;
  workspaceId: string;
  /** The entry whose shared words are answered. */
  interactionId: InteractionId;
  authorId: PersonId;
  text: Sealed;
  createdAt: string;
}
