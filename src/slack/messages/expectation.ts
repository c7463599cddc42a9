import { dayOf } from '../../acts/own.ts';
import { findExpectation } from '../../store/expectations.ts';
import { nameOf } from '../loading/name-of.ts';
import { expectationMessage, takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** For the rep of whom it is expected, until they confirm having read it and after. */
export const expectation = message('expectation', {
  async render({ store, wasSent }, subject, recipient, now) {
    const found = await findExpectation(store, subject.expectation);
    if (found === undefined) return (await wasSent()) ? takenBack('This was removed.') : undefined;
    if (found.repId !== recipient.id) return undefined;
    const { today } = await dayOf(store, recipient, now);
    return expectationMessage({ ...found, managerName: await nameOf(store, found.managerId), today });
  },
});
