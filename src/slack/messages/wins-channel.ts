import { winsChannelKind, winsTroubleNow } from '../../acts/wins-channel.ts';
import { wasSent } from '../../store/outbox.ts';
import { troubleMessage, troubleOver } from '../views/settings/wins-channel.ts';
import type { MessageKind } from './message.ts';

/** Subject: `person` and `about`, Slack's id of the channel: it goes to an admin, not there. Why nothing can be posted in it. */
export const winsChannelMessage: MessageKind = {
  kind: winsChannelKind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    if (subject['person'] !== recipient.id || !recipient.isAdmin) return undefined;
    const channel = String(subject['about']);
    const trouble = await winsTroubleNow(store);
    if (trouble?.channel === channel) return troubleMessage(trouble);
    return (await wasSent(store, winsChannelKind, subject)) ? troubleOver(channel) : undefined;
  },
};
