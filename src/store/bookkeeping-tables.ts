/** The columns of what the bot keeps for itself: what arrived, what ran, what is set, who did what. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';

export interface BookkeepingTables {
  inbound: InboundTable;
  mark: MarkTable;
  setting: SettingTable;
  audit: AuditTable;
}

export interface InboundTable {
  workspaceId: string;
  key: string;
  receivedAt: string;
}

export interface MarkTable {
  workspaceId: string;
  name: string;
  value: string;
}

export interface SettingTable {
  workspaceId: string;
  /** `workspace`, or `person:12`. */
  scope: string;
  name: string;
  /** JSON. */
  value: string;
  changedAt: string;
}

export interface AuditTable {
  id: Generated<number>;
  workspaceId: string;
  actorId: PersonId | null;
  event: string;
  subjectKind: string;
  subjectId: number | null;
  /** JSON of ids and kinds; never text. */
  details: string;
  at: string;
}
