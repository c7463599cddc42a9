import { cycleFor } from '../../acts/development.ts';
import { dayOf } from '../../acts/own.ts';
import { nameOf } from '../loading/name-of.ts';
import { cycleMessage, takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** For the rep: what was agreed, and what was seen of it since. */
export const cycle = message('cycle', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await cycleFor(store, recipient.id, subject.cycle);
    const assignment = found?.assignments.find(({ id }) => id === subject.assignment);
    if (found === undefined || assignment === undefined)
      return (await wasSent()) ? takenBack('This was removed.') : undefined;
    if (found.repId !== recipient.id) return undefined;
    const { today } = await dayOf(store, recipient, now);
    return cycleMessage({
      cycle: found.id,
      assignmentId: assignment.id,
      managerName: await nameOf(store, found.managerId),
      gap: found.gap,
      assignment: assignment.text,
      dueOn: assignment.dueOn,
      state: assignment.state,
      isClosed: found.closedOn !== null && found.assignments[0]?.id === assignment.id,
      comments: found.comments.length,
      today,
    });
  },
});
