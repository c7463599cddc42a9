import { dayOf } from '../../acts/own.ts';
import { findPromise } from '../../store/promises.ts';
import { nameOf } from '../loading/name-of.ts';
import { promiseMessage, takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** For the rep to whom it was made; it follows when the promise is moved, kept or taken back. */
export const promise = message('promise', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await findPromise(store, subject.promise);
    const isUpdate = await wasSent();
    if (found === undefined) return isUpdate ? takenBack('This promise was removed.') : undefined;
    if (found.repId !== recipient.id || (found.state !== 'open' && !isUpdate)) return undefined;
    const { today } = await dayOf(store, recipient, now);
    const keeperName = found.holderId === null ? undefined : await nameOf(store, found.holderId);
    return promiseMessage({ ...found, managerName: await nameOf(store, found.managerId), keeperName, today });
  },
});
