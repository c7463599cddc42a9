/** The columns of how people are known, and of whom a name might mean. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { KnownKind, KnownSource } from '../leading/who-is-meant.ts';
import type { LocalDate } from '../time/zoned.ts';

export interface WhoIsWhoTables {
  knownAs: KnownAsTable;
  linkProposal: LinkProposalTable;
}

/** A name, address or id of a person, said by one source. */
export interface KnownAsTable {
  id: Generated<number>;
  workspaceId: string;
  personId: PersonId;
  kind: KnownKind;
  /** As it was written. */
  value: string;
  /** For comparison: `foldedClue`. */
  folded: string;
  source: KnownSource;
  since: string;
  /** Since when the source says something else; null while it says this. */
  until: string | null;
}

/** Somebody in Slack who has the name of somebody on record: an admin says whether they are the same. */
export interface LinkProposalTable {
  id: Generated<number>;
  workspaceId: string;
  personId: PersonId;
  slackUserId: string;
  /** What Slack calls them, for whoever decides. */
  slackName: string;
  slackAddress: string | null;
  state: 'waiting' | 'confirmed' | 'refused';
  proposedAt: string;
  decidedAt: string | null;
  decidedBy: PersonId | null;
}

/** The account was deactivated, or became a guest's; the roster says so; an admin took them out; they are somebody else on record. */
export type LeftWhy = 'account' | 'guest' | 'roster' | 'removed' | 'merged';

/** Who says so: the roster, whoever may confirm it, an admin; `held` is the lead's for now, because the manager has left. */
export type LineSource = 'roster' | 'confirmed' | 'admin' | 'held';

/** Facts about the database file as a whole. */
export interface InstallationTable {
  name: string;
  value: string;
}

export interface ReportingLineTable {
  id: Generated<number>;
  workspaceId: string;
  personId: PersonId;
  managerId: PersonId;
  startedOn: LocalDate;
  endedOn: LocalDate | null;
  source: Generated<LineSource>;
  /** When those concerned were told that it began, and that it ended; null while they aren't. */
  startToldAt: string | null;
  endToldAt: string | null;
  /** Of a line that is held: for whom, who has left. */
  heldForId: Generated<PersonId | null>;
}
