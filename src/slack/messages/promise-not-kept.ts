import { keeperOf } from '../../behaviours/keeper.ts';
import { dayOf } from '../../acts/own.ts';
import { findPromise } from '../../store/promises.ts';
import { wasSent } from '../../store/outbox.ts';
import { nameOf, shortNameOf } from '../loading/name-of.ts';
import { promiseNotKept } from '../views/log/promise-not-kept.ts';
import type { MessageKind } from './message.ts';

const kind = 'promise-not-kept';

/** Subject: `promise`. To whoever keeps it: its day has passed, and the rep says that they still wait. It follows what becomes of it. */
export const promiseNotKeptMessage: MessageKind = {
  kind,
  reach: 'at-work',
  joins: false,
  async render({ store }, subject, recipient, now) {
    const found = await findPromise(store, Number(subject['promise']));
    if (found === undefined || keeperOf(found) !== recipient.id) return undefined;
    if (found.state !== 'open' && !(await wasSent(store, kind, subject))) return undefined;
    const { today } = await dayOf(store, recipient, now);
    const repName = await nameOf(store, found.repId);
    const repShortName = await shortNameOf(store, recipient.id, found.repId);
    return promiseNotKept({ ...found, repName, repShortName, today });
  },
};
