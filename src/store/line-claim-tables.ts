/** The columns of who says that somebody reports to somebody. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { ClaimState } from '../leading/claims.ts';

export interface LineClaimTables {
  lineClaim: LineClaimTable;
}

export interface LineClaimTable {
  id: Generated<number>;
  workspaceId: string;
  /** Who would report, and to whom. One of the two said it. */
  personId: PersonId;
  managerId: PersonId;
  claimedBy: PersonId;
  /** Whom the person reported to when it was said: with another one by now, it is about a past. */
  fromManagerId: PersonId | null;
  state: ClaimState;
  claimedAt: string;
  decidedAt: string | null;
  decidedBy: PersonId | null;
}
