import { findProposal } from '../../store/link-proposals.ts';
import type { LinkProposal } from '../../store/link-proposals.ts';
import { findPerson } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import type { Store } from '../../store/db.ts';
import { nameOf } from '../loading/name-of.ts';
import { linkDecidedMessage, linkProposalMessage } from '../views/people/link-proposal.ts';
import type { ShownProposal } from '../views/people/link-proposal.ts';
import { message } from './message.ts';

/** Asks an admin; says what was decided, where it was asked before. */
export const linkProposal = message('link-proposal', {
  async render({ store, wasSent }, subject, recipient) {
    const proposal = subject.proposal;
    const pair = await findProposal(store, proposal);
    const shown = pair && (await shownProposal(store, pair));
    if (pair === undefined || shown === undefined) return undefined;
    if (pair.state === 'waiting') return recipient.isAdmin ? linkProposalMessage(shown) : undefined;
    if (!(await wasSent())) return undefined;
    const decider = pair.decidedBy === null ? undefined : await nameOf(store, pair.decidedBy);
    return linkDecidedMessage(shown, pair.state === 'confirmed', decider);
  },
});

/** @returns undefined where whom it is about is gone */
export async function shownProposal(store: Store, pair: LinkProposal): Promise<ShownProposal | undefined> {
  const person = await findPerson(store, pair.personId);
  if (person === undefined) return undefined;
  const managerId = await managerIdOf(store, person.id);
  const { id, slackUserId, slackName, slackAddress } = pair;
  return {
    id,
    slackUserId,
    slackName,
    slackAddress,
    rosterName: person.name,
    rosterAddress: person.email,
    managerName: managerId === undefined ? undefined : await nameOf(store, managerId),
  };
}
