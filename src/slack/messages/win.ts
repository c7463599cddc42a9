import { praiseNotPosted } from '../../acts/praise.ts';
import { channelWorks } from '../../acts/wins-channel.ts';
import { findPraise } from '../../store/praises.ts';
import { nameOf } from '../loading/name-of.ts';
import { winMessage } from '../views/log/answers.ts';
import { message } from './message.ts';

/**
 * Others read it when the
 * recipient is at work and has seen it first.
 */
export const win = message('win', {
  follows: (subject) => [{ kind: 'praise', subject: { praise: subject.praise } }],
  async render({ store }, subject, recipient) {
    const found = await findPraise(store, subject.praise);
    if (found?.repId !== recipient.id || !found.isPublic) return undefined;
    return winMessage({
      managerName: await nameOf(store, found.managerId),
      repName: recipient.name,
      text: found.text,
    });
  },
  sent: ({ store }, subject) => channelWorks(store, subject.channel),
  refused: (context, subject, problem) =>
    praiseNotPosted(context, subject.praise, { channel: subject.channel, problem }),
});
