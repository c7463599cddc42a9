import type { KeptPrivate } from '../../acts/praise.ts';
import { channelTroubles } from '../../leading/wins-channel.ts';
import { findPraise } from '../../store/praises.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { keptPrivateMessage } from '../views/log/answers.ts';
import { message } from './message.ts';

const reasons: readonly KeptPrivate[] = ['no-channel', 'not-liked', 'not-posted', ...channelTroubles];

/** For the manager who meant it for the wins channel. */
export const praiseKeptPrivate = message('praise-kept-private', {
  async render({ store }, subject, recipient) {
    const found = await findPraise(store, subject.praise);
    const why = reasons.find((reason) => reason === subject.why);
    if (found?.managerId !== recipient.id || why === undefined) return undefined;
    return keptPrivateMessage({ repShortName: await shortNameOf(store, recipient.id, found.repId), why });
  },
});
