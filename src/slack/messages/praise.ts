import { likesPublicPraise } from '../../acts/praise.ts';
import { wasSent, wasWritten } from '../../store/outbox.ts';
import { readPolicy } from '../../store/policy.ts';
import { findPraise } from '../../store/praises.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { praiseMessage } from '../views/log/answers.ts';
import { takenBack } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

const kind = 'praise';

/** Subject: `praise`. Thanks for the rep alone; where it isn't known, it asks whether others may read them. */
export const praise: MessageKind = {
  kind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const found = await findPraise(store, Number(subject['praise']));
    if (found === undefined)
      return (await wasSent(store, kind, subject)) ? takenBack('These thanks were removed.') : undefined;
    if (found.repId !== recipient.id) return undefined;
    const { winsChannel } = await readPolicy(store);
    const isPosted = await wasWritten(store, `win|${found.id}`);
    const isAsked = !isPosted && found.isPublic && (await likesPublicPraise(store, recipient.id)) === undefined;
    return praiseMessage({
      praise: found.id,
      managerName: await nameOf(store, found.managerId),
      managerShortName: await shortNameOf(store, recipient.id, found.managerId),
      text: found.text,
      place: isAsked ? 'asks' : isPosted && found.isPublic ? 'channel' : 'private',
      channel: winsChannel,
    });
  },
};
