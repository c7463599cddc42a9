import { managerOf, reportsOf } from '../../leading/roles.ts';
import { hasGotOtherThan } from '../../store/messages-before.ts';
import { findPerson } from '../../store/people.ts';
import { linesNear } from '../../store/lines-near.ts';
import { firstName } from '../kit/text.ts';
import { welcomeMessage } from '../views/home/welcome.ts';
import { greetingsOf } from './greeting.ts';
import { message } from './message.ts';

/** For somebody who reports to a manager. */
export const welcome = message('welcome', {
  follows: ({ person }) => greetingsOf(person),
  async render({ store }, subject, recipient) {
    if (subject.person !== recipient.id) return undefined;
    const lines = await linesNear(store, [recipient.id]);
    const managerId = managerOf(recipient.id, lines);
    const manager = managerId === undefined ? undefined : await findPerson(store, managerId);
    if (manager === undefined) return undefined;
    const leadId = managerOf(manager.id, lines);
    const lead = leadId === undefined ? undefined : await findPerson(store, leadId);
    return welcomeMessage({
      firstName: firstName(recipient),
      managerName: manager.name,
      leadName: lead?.name,
      isManager: reportsOf(recipient.id, lines).length > 0,
      isKnown: await hasGotOtherThan(store, 'welcome', recipient.id),
    });
  },
});
