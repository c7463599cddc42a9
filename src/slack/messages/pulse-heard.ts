import { dayOf } from '../../acts/own.ts';
import { findPulse, isPulseMember } from '../../store/pulses.ts';
import { promiseOfPulse } from '../../store/pulses-of-person.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { pulseHeardMessage } from '../views/pulse/pulse.ts';
import { takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** For everybody who was asked, whether they answered or not: what the leader heard and will do. */
export const pulseHeard = message('pulse-heard', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await findPulse(store, subject.pulse);
    if (found === undefined || !(await isPulseMember(store, found.id, recipient.id))) return undefined;
    const { heard, will, closedOn, answeredOn } = found;
    // Erased when they were old: what Slack has shown stays as it is.
    if (answeredOn !== null && (heard === null || will === null)) return undefined;
    if (heard === null || will === null) return (await wasSent()) ? takenBack('This was removed.') : undefined;
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
});
