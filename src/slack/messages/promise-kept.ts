import { keeperOf } from '../../behaviours/keeper.ts';
import { findPromise } from '../../store/promises.ts';
import { wasSent } from '../../store/outbox.ts';
import { nameOf } from '../loading/name-of.ts';
import { promiseKeptMessage, promiseStillOpen } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

/** Subject: `promise`. Tells the rep, once, that what was promised them was kept. */
export const promiseKept: MessageKind = {
  kind: 'promise-kept',
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const found = await findPromise(store, Number(subject['promise']));
    if (found?.repId !== recipient.id) return undefined;
    const managerName = await nameOf(store, keeperOf(found));
    if (found.state !== 'kept')
      return (await wasSent(store, 'promise-kept', subject))
        ? promiseStillOpen({ managerName, text: found.text })
        : undefined;
    return promiseKeptMessage({ managerName, text: found.text });
  },
};
