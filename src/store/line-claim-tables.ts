/** The columns of who says that somebody reports to somebody. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { ClaimState } from '../leading/claims.ts';

export interface LineClaimTables {
  lineClaim: LineClaimTable;
}

export interface LineClaimTable {
  id: Generated<number>;
  workspaceId: string;
  /** Who would report, and to whom. One of the two said it. */
  personId: number;
  managerId: number;
  claimedBy: number;
  /** Whom the person reported to when it was said: with another one by now, it is about a past. */
  fromManagerId: number | null;
  state: ClaimState;
  claimedAt: string;
  decidedAt: string | null;
  decidedBy: number | null;
}
