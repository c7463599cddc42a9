import type { Behaviour } from '../../behaviours/behaviour.ts';
import { mayReadEntry } from '../../acts/read-entry.ts';
import { dayOf } from '../../acts/own.ts';
import { findInteraction } from '../../store/interactions.ts';
import { findNoteReply } from '../../store/note-replies.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { noteReplyNews } from '../views/log/note-reply.ts';
import { takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** For who wrote a shared note: whom it is about answered it. Gone with the note. */
export const noteReply = message('note-reply', {
  async render({ store, behaviours, wasSent }, subject, recipient, now) {
    const reply = await findNoteReply(store, subject.reply);
    const entry = reply && (await findInteraction(store, reply.interactionId));
    if (reply === undefined || entry === undefined)
      return (await wasSent()) ? takenBack('This reply went with the note.') : undefined;
    if (entry.managerId !== recipient.id || !(await mayReadEntry({ behaviours }, store, recipient, entry)))
      return undefined;
    const { today } = await dayOf(store, recipient, now);
    const behaviour = behaviours.find(({ id }) => id === entry.behaviour);
    return noteReplyNews({
      interaction: entry.id,
      what: noteOf(behaviour),
      happenedOn: entry.happenedOn,
      today,
      authorName: await nameOf(store, reply.authorId),
      authorShortName: await shortNameOf(store, recipient.id, reply.authorId),
      text: reply.text,
    });
  },
});

/** `coaching note`, `ride-along note`: as its author calls it. */
function noteOf(behaviour: Behaviour | undefined): string {
  const one = behaviour?.noun.one ?? 'note';
  return one.endsWith('note') ? one : `${one} note`;
}
