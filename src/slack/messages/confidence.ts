import { findInteraction } from '../../store/interactions.ts';
import { wasSent } from '../../store/outbox.ts';
import { confidenceAfter } from '../../store/skills.ts';
import { nameOf } from '../loading/name-of.ts';
import { confidenceMessage } from '../views/log/answers.ts';
import { takenBack } from '../views/log/records.ts';
import type { MessageKind } from './message.ts';

const kind = 'confidence';

/** Subject: `interaction`. Three questions to the rep after a strategy brief. */
export const confidence: MessageKind = {
  kind,
  reach: 'at-work',
  joins: true,
  async render({ store }, subject, recipient) {
    const id = Number(subject['interaction']);
    const answers = (await confidenceAfter(store, id)).filter(({ repId }) => repId === recipient.id);
    const entry = await findInteraction(store, id);
    if (entry === undefined || answers.length === 0)
      return (await wasSent(store, kind, subject)) ? takenBack('These questions were removed.') : undefined;
    return confidenceMessage({ interaction: id, managerName: await nameOf(store, entry.managerId), answers });
  },
};
