import { winsTroubleNow } from '../../acts/wins-channel.ts';
import { troubleMessage, troubleOver } from '../views/settings/wins-channel.ts';
import { message } from './message.ts';

/** Why nothing can be posted in it. */
export const winsChannelMessage = message('wins-channel', {
  async render({ store, wasSent }, subject, recipient) {
    if (subject.person !== recipient.id || !recipient.isAdmin) return undefined;
    const channel = subject.about;
    const trouble = await winsTroubleNow(store);
    if (trouble?.channel === channel) return troubleMessage(trouble);
    return (await wasSent()) ? troubleOver(channel) : undefined;
  },
});
