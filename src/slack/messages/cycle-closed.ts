import { cycleFor } from '../../acts/development.ts';
import { dayOf } from '../../acts/own.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { goalReachedMessage, takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** For the rep, once: it was looked at again, and they reached what they set out for. */
export const cycleClosed = message('cycle-closed', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await cycleFor(store, recipient.id, subject.cycle);
    const [newest] = found?.assignments ?? [];
    if (found?.repId !== recipient.id || found.closedOn === null || newest?.id !== subject.assignment)
      return (await wasSent()) ? takenBack('You’re still working on this.') : undefined;
    const { today } = await dayOf(store, recipient, now);
    return goalReachedMessage({
      managerShortName: await shortNameOf(store, recipient.id, found.managerId),
      gap: found.gap,
      closedOn: found.closedOn,
      today,
    });
  },
});
