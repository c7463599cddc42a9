/** Replies under a shared note, ready to be drawn. The callers have made sure that the reader may read the note. */
import { localDayOf } from '../../acts/local-day.ts';
import type { InteractionId } from '../../behaviours/ids.ts';
import type { Store } from '../../store/db.ts';
import { noteRepliesOf } from '../../store/note-replies.ts';
import type { Person } from '../../store/people.ts';
import { shortNameOf } from './name-of.ts';
import type { ReplyRow } from '../views/log/note-reply.ts';

export async function repliesUnder(store: Store, reader: Person, interactionId: InteractionId): Promise<ReplyRow[]> {
  const rows: ReplyRow[] = [];
  for (const { authorId, text, at } of await noteRepliesOf(store, interactionId))
    rows.push({
      authorName: await shortNameOf(store, reader.id, authorId),
      isOwn: authorId === reader.id,
      text,
      on: await localDayOf(store, reader, at),
    });
  return rows;
}
