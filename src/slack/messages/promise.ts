import { dayOf } from '../../acts/own.ts';
import { findPromise } from '../../store/promises.ts';
import { wasSent } from '../../store/outbox.ts';
import { nameOf } from '../loading/name-of.ts';
import { promiseMessage, takenBack } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

const kind = 'promise';

/** Subject: `promise`. For the rep to whom it was made; it follows when the promise is moved, kept or taken back. */
export const promise: MessageKind = {
  kind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient, now) {
    const found = await findPromise(store, Number(subject['promise']));
    const isUpdate = await wasSent(store, kind, subject);
    if (found === undefined) return isUpdate ? takenBack('This promise was removed.') : undefined;
    if (found.repId !== recipient.id || (found.state !== 'open' && !isUpdate)) return undefined;
    const { today } = await dayOf(store, recipient, now);
    const keeperName = found.holderId === null ? undefined : await nameOf(store, found.holderId);
    return promiseMessage({ ...found, managerName: await nameOf(store, found.managerId), keeperName, today });
  },
};
