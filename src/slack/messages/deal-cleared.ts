import { findPromise } from '../../store/promises.ts';
import { nameOfDeal } from '../loading/deal-name.ts';
import { nameOf } from '../loading/name-of.ts';
import { dealClearedMessage, dealMovesMessage } from '../views/log/deal-answers.ts';
import { message } from './message.ts';

/** Asks the rep, once it was kept, whether the deal moves again. */
export const dealCleared = message('deal-cleared', {
  async render({ store }, subject, recipient) {
    const found = await findPromise(store, subject.promise);
    if (found?.repId !== recipient.id || found.dealId === null || found.state !== 'kept') return undefined;
    return dealClearedMessage({
      promise: found.id,
      managerName: await nameOf(store, found.managerId),
      deal: await nameOfDeal(store, found.dealId),
      text: found.text,
      found: found.found,
    });
  },
});

/** Tells the manager that what they removed helped. */
export const dealMoves = message('deal-moves', {
  async render({ store }, subject, recipient) {
    const found = await findPromise(store, subject.promise);
    if (found?.managerId !== recipient.id || found.found !== 'moves') return undefined;
    const repName = await nameOf(store, found.repId);
    return dealMovesMessage({ repName, deal: await nameOfDeal(store, found.dealId), text: found.text });
  },
});
