import { outOpenlySince } from '../../acts/open-absence.ts';
import { dayOf } from '../../acts/own.ts';
import { findOpenAbsence } from '../../store/open-absences.ts';
import { localDateOf } from '../../time/zoned.ts';
import { nextPlanWords } from '../loading/away-data.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { areYouBackMessage, backMessage, statusChangedMessage, stillAwayMessage } from '../views/people/away.ts';
import { message } from './message.ts';

/**
 * Asks somebody who works while their status says "out" whether they are back. It is written while they do something in their working
 * hours, so it comes at once.
 */
export const areYouBackMessageKind = message('are-you-back', {
  async render({ store, wasSent }, subject, recipient, now) {
    if (subject.person !== recipient.id) return undefined;
    const absence = await findOpenAbsence(store, recipient.id);
    const isUpdate = await wasSent();
    if (absence === undefined || absence.since.toISOString() !== subject.since)
      return isUpdate ? statusChangedMessage() : undefined;
    const { calendar, policy, today } = await dayOf(store, recipient, now);
    const { isManager, isLead } = await standpointOf(store, recipient.id);
    const isLeader = isManager || isLead;
    if (outOpenlySince(recipient) === undefined)
      return isUpdate
        ? backMessage(isLeader ? await nextPlanWords(store, recipient, { calendar, policy }, now) : undefined)
        : undefined;
    if (isUpdate) return stillAwayMessage();
    return areYouBackMessage({ since: localDateOf(absence.since, calendar.timeZone), today, isLeader });
  },
});
