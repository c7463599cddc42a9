import { dayOf } from '../../acts/own.ts';
import { findExpectation } from '../../store/expectations.ts';
import { wasSent } from '../../store/outbox.ts';
import { nameOf } from '../loading/name-of.ts';
import { expectationMessage, takenBack } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

const kind = 'expectation';

/** Subject: `expectation`. For the rep of whom it is expected, until they confirm having read it and after. */
export const expectation: MessageKind = {
  kind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient, now) {
    const found = await findExpectation(store, Number(subject['expectation']));
    if (found === undefined) return (await wasSent(store, kind, subject)) ? takenBack('This was removed.') : undefined;
    if (found.repId !== recipient.id) return undefined;
    const { today } = await dayOf(store, recipient, now);
    return expectationMessage({ ...found, managerName: await nameOf(store, found.managerId), today });
  },
};
