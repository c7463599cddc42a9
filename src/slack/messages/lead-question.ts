import { findLeadQuestion } from '../../store/digest-advice.ts';
import { findPerson } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { directMessageWith } from '../kit/deep-link.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { leadQuestionMessage } from '../views/digest/lead-question.ts';
import { message } from './message.ts';

/** For the manager whom their lead asks something, in the lead's words. */
export const leadQuestion = message('lead-question', {
  async render({ store }, subject, recipient) {
    const found = await findLeadQuestion(store, subject.question);
    if (found?.managerId !== recipient.id || (await managerIdOf(store, recipient.id)) !== found.leadId)
      return undefined;
    const lead = await findPerson(store, found.leadId);
    return leadQuestionMessage({
      leadName: await shortNameOf(store, recipient.id, found.leadId),
      text: found.text,
      replyTo: lead === undefined ? undefined : directMessageWith(store.workspaceId, lead),
    });
  },
});
