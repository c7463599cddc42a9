import { aboveOf } from '../../acts/claim-steps.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { mayDecide } from '../../leading/claims.ts';
import { findClaim } from '../../store/line-claims.ts';
import type { LineClaim } from '../../store/line-claims.ts';
import type { Store } from '../../store/db.ts';
import { hasGotOtherThan } from '../../store/messages-before.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { claimSummary } from '../loading/claims-data.ts';
import { nameOf } from '../loading/name-of.ts';
import { firstName } from '../kit/text.ts';
import { claimAnswer, claimQuestion } from '../views/people/claims.ts';
import { message } from './message.ts';

/** For whoever may say yes; it follows until it is settled. */
export const lineQuestion = message('line-question', {
  async render({ store, wasSent }, subject, recipient) {
    const claim = await findClaim(store, subject.claim);
    if (claim === undefined || claim.claimedBy === recipient.id) return undefined;
    const may = mayDecide(claim, await aboveOf(store, claim.personId), recipient);
    const isNew = !(await wasSent());
    if (isNew && (claim.state !== 'waiting' || !may)) return undefined;
    return claimQuestion({
      ...(await claimSummary(store, recipient, claim)),
      state: claim.state,
      mayDecide: may,
      nowWithName: await nameIf(store, claim.fromManagerId ?? undefined),
      leadName: await nameIf(store, await managerIdOf(store, claim.managerId)),
      deciderName: await nameIf(store, claim.decidedBy ?? undefined),
      isOwnAnswer: claim.decidedBy === recipient.id,
      greeted: (await isToBeGreeted(store, claim, recipient)) ? firstName(recipient) : undefined,
    });
  },
});

/** Who reports to nobody and never heard of this. */
async function isToBeGreeted(store: Store, claim: LineClaim, recipient: Person): Promise<boolean> {
  if (claim.personId !== recipient.id || recipient.welcomedAt !== null) return false;
  return !(await hasGotOtherThan(store, 'line-question', recipient.id));
}

/** For whoever claimed it, where it came to nothing. */
export const lineAnswer = message('line-answer', {
  async render({ store }, subject, recipient) {
    const claim = await findClaim(store, subject.claim);
    if (claim?.claimedBy !== recipient.id) return undefined;
    const other = claim.claimedBy === claim.personId ? claim.managerId : claim.personId;
    return claimAnswer({
      ...(await claimSummary(store, recipient, claim)),
      state: claim.state,
      wasOther: claim.decidedBy === other,
    });
  },
});

async function nameIf(store: Store, personId: PersonId | undefined): Promise<string | undefined> {
  return personId === undefined ? undefined : nameOf(store, personId);
}
