import type { PersonId } from '../behaviours/ids.ts';
/**
 * Who may say yes to a reporting line that somebody claims. Nobody takes a rep, or puts themselves above or below anybody, by saying
 * so: until one of these has said yes the line isn't there.
 */

/** Somebody said that `personId` reports to `managerId`: one of the two. */
export interface Claim {
  readonly personId: PersonId;
  readonly managerId: PersonId;
  readonly claimedBy: PersonId;
}

/** `overtaken`: what it was about is no longer so. */
export type ClaimState = 'waiting' | 'confirmed' | 'refused' | 'withdrawn' | 'lapsed' | 'overtaken';

/** Who is above the person claimed now and hasn't left: their manager, and that manager's lead. */
export interface Above {
  readonly managerId: PersonId | undefined;
  readonly leadId: PersonId | undefined;
}

/** How long a claim waits for an answer, and for how long a no holds. Our own judgement: two weeks outlast a vacation. */
export const claimDays = 14;

/** Does the claim go up, from the one who would report? */
export function goesUp({ personId, claimedBy }: Claim): boolean {
  return personId === claimedBy;
}

/**
 * Who decides, beside an admin: those above the person now; where nobody is, the other one of the two. The one who claims it is among
 * them only if they are above that person already.
 */
export function decidersOf(claim: Claim, { managerId, leadId }: Above): number[] {
  const above = [managerId, leadId].filter((id): id is number => id !== undefined && id !== claim.personId);
  if (above.length > 0) return [...new Set(above)];
  return [goesUp(claim) ? claim.managerId : claim.personId];
}

/** May this person say yes or no? */
export function mayDecide(
  claim: Claim,
  above: Above,
  acting: { readonly id: number; readonly isAdmin: boolean },
): boolean {
  return acting.isAdmin || decidersOf(claim, above).includes(acting.id);
}
