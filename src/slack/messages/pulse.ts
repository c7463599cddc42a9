import { loadInvitation, ownPulseMessage } from '../loading/pulse-data.ts';
import { pulseMessage } from '../views/pulse/pulse.ts';
import { message } from './message.ts';

/** For each rep who is asked; once it is closed it reads the same for everybody. */
export const pulse = message('pulse', {
  async render({ store }, subject, recipient, now) {
    const invitation = await loadInvitation({ store }, recipient, subject.pulse, now);
    if (invitation === undefined) return undefined;
    if (invitation.stands === 'closed' && (await ownPulseMessage(store, recipient, invitation.pulse)) === undefined)
      return undefined;
    return pulseMessage(invitation);
  },
});
