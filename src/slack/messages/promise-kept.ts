import { keeperOf } from '../../behaviours/keeper.ts';
import { findPromise } from '../../store/promises.ts';
import { nameOf } from '../loading/name-of.ts';
import { promiseKeptMessage, promiseStillOpen } from '../views/log/records.ts';
import { message } from './message.ts';

/** Tells the rep, once, that what was promised them was kept. */
export const promiseKept = message('promise-kept', {
  async render({ store, wasSent }, subject, recipient) {
    const found = await findPromise(store, subject.promise);
    if (found?.repId !== recipient.id) return undefined;
    const managerName = await nameOf(store, keeperOf(found));
    if (found.state !== 'kept')
      return (await wasSent()) ? promiseStillOpen({ managerName, text: found.text }) : undefined;
    return promiseKeptMessage({ managerName, text: found.text });
  },
});
