import { managerIdOf } from '../../store/reporting-lines.ts';
import { nameOf } from '../loading/name-of.ts';
import { linkMadeMessage } from '../views/people/link-proposal.ts';
import { message } from './message.ts';

/** Tells somebody, once, that an admin confirmed who they are. */
export const linkMade = message('link-made', {
  async render({ store }, subject, recipient) {
    if (subject.person !== recipient.id) return undefined;
    const managerId = await managerIdOf(store, recipient.id);
    return linkMadeMessage(recipient.name, managerId === undefined ? undefined : await nameOf(store, managerId));
  },
});
