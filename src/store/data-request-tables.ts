/** The columns of what people ask for about their own data. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { InteractionId, PersonId } from '../behaviours/ids.ts';
import type { DataRequestKind, DataRequestState } from '../leading/data-requests.ts';
import type { Sealed } from './secrets.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface DataRequestTables {
  dataRequest: DataRequestTable;
}

export interface DataRequestTable {
  id: Generated<number>;
  workspaceId: string;
  personId: PersonId;
  kind: DataRequestKind;
  /** The entry that is wrong, for a `correction`. */
  interactionId: InteractionId | null;
  /** What is wrong, in the person's own words. */
  text: Sealed | null;
  /** Their local days. */
  askedOn: LocalDate;
  state: DataRequestState;
  settledOn: LocalDate | null;
  settledBy: PersonId | null;
  createdAt: string;
}
