import { findInteraction } from '../../store/interactions.ts';
import { confidenceAfter } from '../../store/skills.ts';
import { nameOf } from '../loading/name-of.ts';
import { confidenceMessage } from '../views/log/answers.ts';
import { takenBack } from '../views/log/records.ts';
import { message } from './message.ts';

/** Three questions to the rep after a strategy brief. */
export const confidence = message('confidence', {
  async render({ store, wasSent }, subject, recipient) {
    const id = subject.interaction;
    const answers = (await confidenceAfter(store, id)).filter(({ repId }) => repId === recipient.id);
    const entry = await findInteraction(store, id);
    if (entry === undefined || answers.length === 0)
      return (await wasSent()) ? takenBack('These questions were removed.') : undefined;
    return confidenceMessage({ interaction: id, managerName: await nameOf(store, entry.managerId), answers });
  },
});
