import { keeperOf } from '../../behaviours/keeper.ts';
import { dayOf } from '../../acts/own.ts';
import { findPromise } from '../../store/promises.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { promiseNotKept } from '../views/log/promise-not-kept.ts';
import { message } from './message.ts';

/** To whoever keeps it: its day has passed, and the rep says that they still wait. It follows what becomes of it. */
export const promiseNotKeptMessage = message('promise-not-kept', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await findPromise(store, subject.promise);
    if (found === undefined || keeperOf(found) !== recipient.id) return undefined;
    if (found.state !== 'open' && !(await wasSent())) return undefined;
    const { today } = await dayOf(store, recipient, now);
    const repName = await nameOf(store, found.repId);
    const repShortName = await shortNameOf(store, recipient.id, found.repId);
    return promiseNotKept({ ...found, repName, repShortName, today });
  },
});
