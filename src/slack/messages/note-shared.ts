import { findInteraction, readTexts } from '../../store/interactions.ts';
import { dayOf } from '../../acts/own.ts';
import { formatDate } from '../../time/zoned.ts';
import { context, section } from '../kit/blocks.ts';
import { mayRead } from '../loading/log-list.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { repliesUnder } from '../loading/note-reply-data.ts';
import { literal } from '../kit/text.ts';
import { headingForRep, sharedNoteBlocks } from '../views/log/entry.ts';
import { replyBlocks, replyButton } from '../views/log/note-reply.ts';
import { message } from './message.ts';

/** For the rep to whom a manager's words are shown; withdrawn with them. */
export const noteShared = message('note-shared', {
  async render({ store, behaviours, wasSent }, subject, recipient, now) {
    if (subject.rep !== recipient.id) return undefined;
    const entry = await findInteraction(store, subject.interaction);
    const isReadable =
      entry?.repId === recipient.id && entry.shared && (await mayRead({ store, behaviours }, recipient, entry));
    if (entry === undefined || !isReadable)
      return (await wasSent())
        ? { text: 'This note is no longer shared.', blocks: [section('This note is no longer shared.')] }
        : undefined;
    const texts = await readTexts(store, entry.id);
    const behaviour = behaviours.find(({ id }) => id === entry.behaviour);
    const { today } = await dayOf(store, recipient, now);
    const name = literal(await nameOf(store, entry.managerId));
    const shortName = await shortNameOf(store, recipient.id, entry.managerId);
    const line = `${name} ${behaviour?.toldAs ?? 'shared a note with you'}.`;
    const about = `${literal(headingForRep(behaviour, shortName))}, ${formatDate(entry.happenedOn, today)}`;
    const words = sharedNoteBlocks(behaviour, texts, shortName);
    const replies = replyBlocks(await repliesUnder(store, recipient, entry.id), today);
    return words.length === 0 && !(await wasSent())
      ? undefined
      : {
          text: line,
          blocks: [
            section(line),
            ...(behaviour?.toldAs === undefined ? [context(about)] : []),
            ...words,
            ...replies,
            replyButton(entry.id),
          ],
        };
  },
});
