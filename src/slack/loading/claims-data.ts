/** Gathers what is shown of claimed reporting lines: names, and who may answer. */
import { aboveOf } from '../../acts/claim-steps.ts';
import { goesUp, mayDecide } from '../../leading/claims.ts';
import type { Store } from '../../store/db.ts';
import { waitingClaims } from '../../store/line-claims.ts';
import type { LineClaim } from '../../store/line-claims.ts';
import type { Person } from '../../store/people.ts';
import { nameOf } from './name-of.ts';
import type { ClaimSummary, WaitingClaims } from '../views/people/claims.ts';

export async function claimSummary(store: Store, reader: Person, claim: LineClaim): Promise<ClaimSummary> {
  return {
    id: claim.id,
    personName: await nameOf(store, claim.personId),
    managerName: await nameOf(store, claim.managerId),
    goesUp: goesUp(claim),
    isPerson: claim.personId === reader.id,
    isManager: claim.managerId === reader.id,
  };
}

/** What waits for a yes, from both sides of the reader. */
export async function loadWaitingClaims(store: Store, reader: Person): Promise<WaitingClaims> {
  const own: ClaimSummary[] = [];
  const toAnswer: ClaimSummary[] = [];
  for (const claim of await waitingClaims(store))
    if (claim.claimedBy === reader.id) own.push(await claimSummary(store, reader, claim));
    else if (mayDecide(claim, await aboveOf(store, claim.personId), reader))
      toAnswer.push(await claimSummary(store, reader, claim));
  return { own, toAnswer };
}
