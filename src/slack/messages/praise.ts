import { likesPublicPraise } from '../../acts/praise.ts';
import { wasWritten } from '../../store/outbox.ts';
import { readPolicy } from '../../store/policy.ts';
import { findPraise } from '../../store/praises.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { praiseMessage } from '../views/log/answers.ts';
import { takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** Thanks for the rep alone; where it isn't known, it asks whether others may read them. */
export const praise = message('praise', {
  async render({ store, wasSent }, subject, recipient) {
    const found = await findPraise(store, subject.praise);
    if (found === undefined) return (await wasSent()) ? takenBack('These thanks were removed.') : undefined;
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
});
