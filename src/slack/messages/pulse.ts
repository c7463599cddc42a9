import { loadInvitation, ownPulseMessage, pulseMessageKind } from '../loading/pulse-data.ts';
import { pulseMessage } from '../views/pulse/pulse.ts';
import type { MessageKind } from './message.ts';

/** Subject: `pulse`. For each rep who is asked; once it is closed it reads the same for everybody. */
export const pulse: MessageKind = {
  kind: pulseMessageKind,
  reach: 'at-work',
  joins: false,
  async render({ store }, subject, recipient, now) {
    const invitation = await loadInvitation({ store }, recipient, Number(subject['pulse']), now);
    if (invitation === undefined) return undefined;
    if (invitation.stands === 'closed' && (await ownPulseMessage(store, recipient, invitation.pulse)) === undefined)
      return undefined;
    return pulseMessage(invitation);
  },
};
