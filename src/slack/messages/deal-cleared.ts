import { findPromise } from '../../store/promises.ts';
import { nameOfDeal } from '../loading/deal-name.ts';
import { nameOf } from '../loading/name-of.ts';
import { dealClearedMessage, dealMovesMessage } from '../views/log/deal-answers.ts';
import type { MessageKind } from './message.ts';

/** Subject: `promise`. Asks the rep, once it was kept, whether the deal moves again. */
export const dealCleared: MessageKind = {
  kind: 'deal-cleared',
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const found = await findPromise(store, Number(subject['promise']));
    if (found?.repId !== recipient.id || found.dealId === null || found.state !== 'kept') return undefined;
    return dealClearedMessage({
      promise: found.id,
      managerName: await nameOf(store, found.managerId),
      deal: await nameOfDeal(store, found.dealId),
      text: found.text,
      found: found.found,
    });
  },
};

/** Subject: `promise`. Tells the manager that what they removed helped. */
export const dealMoves: MessageKind = {
  kind: 'deal-moves',
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const found = await findPromise(store, Number(subject['promise']));
    if (found?.managerId !== recipient.id || found.found !== 'moves') return undefined;
    const repName = await nameOf(store, found.repId);
    return dealMovesMessage({ repName, deal: await nameOfDeal(store, found.dealId), text: found.text });
  },
};
