import { cycleFor } from '../../acts/development.ts';
import { dayOf } from '../../acts/own.ts';
import { wasSent } from '../../store/outbox.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { goalReachedMessage, takenBack } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

const kind = 'cycle-closed';

/** Subject: `cycle` and `assignment`. For the rep, once: it was looked at again, and they reached what they set out for. */
export const cycleClosed: MessageKind = {
  kind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient, now) {
    const found = await cycleFor(store, recipient.id, Number(subject['cycle']));
    const [newest] = found?.assignments ?? [];
    if (found?.repId !== recipient.id || found.closedOn === null || newest?.id !== subject['assignment'])
      return (await wasSent(store, kind, subject)) ? takenBack('You’re still working on this.') : undefined;
    const { today } = await dayOf(store, recipient, now);
    return goalReachedMessage({
      managerShortName: await shortNameOf(store, recipient.id, found.managerId),
      gap: found.gap,
      closedOn: found.closedOn,
      today,
    });
  },
};
