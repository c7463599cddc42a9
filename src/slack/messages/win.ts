import { praiseNotPosted } from '../../acts/praise.ts';
import { channelWorks } from '../../acts/wins-channel.ts';
import { findPraise } from '../../store/praises.ts';
import { nameOf } from '../loading/name-of.ts';
import { winMessage } from '../views/log/answers.ts';
import type { MessageKind } from './message.ts';

/**
 * Subject: `praise` and `channel`, Slack's id of the wins channel: it goes there, and is about the recipient. Others read it when the
 * recipient is at work and has seen it first.
 */
export const win: MessageKind = {
  kind: 'win',
  reach: 'at-work',
  joins: false,
  follows: (subject) => [{ kind: 'praise', subject: { praise: Number(subject['praise']) } }],
  async render({ store }, subject, recipient) {
    const found = await findPraise(store, Number(subject['praise']));
    if (found?.repId !== recipient.id || !found.isPublic) return undefined;
    return winMessage({
      managerName: await nameOf(store, found.managerId),
      repName: recipient.name,
      text: found.text,
    });
  },
  sent: ({ store }, subject) => channelWorks(store, String(subject['channel'])),
  refused: (context, subject, problem) =>
    praiseNotPosted(context, Number(subject['praise']), { channel: String(subject['channel']), problem }),
};
