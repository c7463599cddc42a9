import type { InteractionId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { findInteraction } from '../store/interactions.ts';
import type { Interaction } from '../store/interactions.ts';
import { addNoteReply } from '../store/note-replies.ts';
import type { Person } from '../store/people.ts';
import { mayReadEntry } from './read-entry.ts';
import { say } from './say.ts';
import { wordsOf } from './typed-words.ts';
import { refreshAbout } from './refresh.ts';

/**
 * The shared note that the acting person may answer: it is about them, and they may read it now.
 * @throws UserError, the same for a note that isn't there and for one that isn't theirs
 */
export async function noteToAnswer(
  context: Pick<Context, 'behaviours'>,
  store: Store,
  acting: Person,
  interactionId: InteractionId,
): Promise<Interaction> {
  const entry = await findInteraction(store, interactionId);
  if (entry?.repId !== acting.id || !entry.shared || !(await mayReadEntry(context, store, acting, entry)))
    throw new UserError('That note is no longer shared with you, so nothing was sent. Tell them in person.');
  return entry;
}

/**
 * Whom a shared note is about answers it; who wrote the note hears it once, and it stands under the note.
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws UserError if the note isn't theirs to answer; FieldError where nothing was written
 */
export async function replyToNote(
  context: Context,
  acting: Person,
  input: { readonly interactionId: InteractionId; readonly text: string; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const { id, managerId } = await noteToAnswer(context, tx, acting, input.interactionId);
    const text = wordsOf('text', input.text, 'Write a sentence, then send it again.');
    const reply = await addNoteReply(tx, { interactionId: id, authorId: acting.id, text }, now);
    await say(
      context,
      tx,
      { occurrenceKey: `note-reply|${reply}`, kind: 'note-reply', recipientId: managerId, subject: { reply } },
      now,
    );
    await refreshAbout(tx, 'shared-note', { interaction: id, rep: acting.id });
    const event = { actorId: acting.id, event: 'note.answered', subjectKind: 'interaction', subjectId: id };
    await recordAudit(tx, { ...event, details: { reply } }, now);
    return [acting.id, managerId];
  });
}
