import { cycleFor } from '../../acts/development.ts';
import { dayOf } from '../../acts/own.ts';
import { findCycleComment } from '../../store/cycles.ts';
import { findPerson } from '../../store/people.ts';
import { cycleCommentNews } from '../views/log/cycle-comment.ts';
import { message } from './message.ts';

/** For the other one of the two: a rep or their manager said something about a development cycle. */
export const cycleCommentMessage = message('cycle-comment', {
  async render({ store }, subject, recipient, now) {
    const comment = await findCycleComment(store, subject.comment);
    const cycle = comment && (await cycleFor(store, recipient.id, comment.cycleId));
    if (comment === undefined || cycle === undefined || comment.authorId === recipient.id) return undefined;
    const author = await findPerson(store, comment.authorId);
    const { today } = await dayOf(store, recipient, now);
    return cycleCommentNews({
      cycle: cycle.id,
      gap: cycle.gap,
      openedOn: cycle.openedOn,
      today,
      authorName: author?.name ?? 'Somebody',
      text: comment.text,
    });
  },
});
