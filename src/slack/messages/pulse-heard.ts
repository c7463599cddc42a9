import { dayOf } from '../../acts/own.ts';
import { wasSent } from '../../store/outbox.ts';
import { findPulse, isPulseMember } from '../../store/pulses.ts';
import { promiseOfPulse } from '../../store/pulses-of-person.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { pulseHeardMessage } from '../views/pulse/pulse.ts';
import { takenBack } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

const kind = 'pulse-heard';

/** Subject: `pulse`. For everybody who was asked, whether they answered or not: what the leader heard and will do. */
export const pulseHeard: MessageKind = {
  kind,
  reach: 'at-work',
  joins: false,
  async render({ store }, subject, recipient, now) {
    const found = await findPulse(store, Number(subject['pulse']));
    if (found === undefined || !(await isPulseMember(store, found.id, recipient.id))) return undefined;
    const { heard, will, closedOn, answeredOn } = found;
    // Erased when they were old: what Slack has shown stays as it is.
    if (answeredOn !== null && (heard === null || will === null)) return undefined;
    if (heard === null || will === null)
      return (await wasSent(store, kind, subject)) ? takenBack('This was removed.') : undefined;
    return pulseHeardMessage({
      leaderName: await nameOf(store, found.leaderId),
      leaderShortName: await shortNameOf(store, recipient.id, found.leaderId),
      heard,
      will,
      dueOn: (await promiseOfPulse(store, found.id, recipient.id))?.dueOn,
      closedOn,
      today: (await dayOf(store, recipient, now)).today,
    });
  },
};
