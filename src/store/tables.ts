/**
 * The columns as they are stored: instants as ISO 8601 in UTC (`…At`), calendar days as YYYY-MM-DD (`…On`, `…Until`, `…By`), flags
 * as 0 or 1, lists and records as JSON text, people's words as `Sealed`.
 */
import type { Generated } from 'kysely';
import type { CompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { AskKind, AskState, DealStatus } from '../behaviours/facts.ts';
import type { ExceptionKind } from '../asks/exceptions.ts';
import type { AskId, BookingId, DealId, InteractionId, NudgeId, PersonId } from '../behaviours/ids.ts';
import type { AskStepKind, Obstacle } from '../leading/ask-lifecycle.ts';
import type { NudgeState } from '../leading/nudge.ts';
import type { BookkeepingTables } from './bookkeeping-tables.ts';
import type { DataRequestTables } from './data-request-tables.ts';
import type { DealImportTables } from './deal-import-tables.ts';
import type { DepartureTables } from './departure-tables.ts';
import type { DueTables } from './due-tables.ts';
import type { FullWeekTables } from './full-week-tables.ts';
import type { InstanceTables } from './instance-tables.ts';
import type { KeptMappingTables } from './kept-mapping-tables.ts';
import type { LeadershipTables } from './leadership-tables.ts';
import type { LineClaimTables } from './line-claim-tables.ts';
import type { NoteReplyTables } from './note-reply-tables.ts';
import type { OpenAbsenceTables } from './open-absence-tables.ts';
import type { PeopleChangeTables } from './people-change-tables.ts';
import type { PulseTables } from './pulse-tables.ts';
import type { Sealed } from './secrets.ts';
import type { SlackInstallationTables } from './slack-installation-tables.ts';
import type { InstallationTable, LeftWhy, ReportingLineTable, WhoIsWhoTables } from './who-is-who-tables.ts';
import type { LocalDate } from '../time/zoned.ts';

export type { LeftWhy, LineSource, ReportingLineTable } from './who-is-who-tables.ts';

export type Flag = 0 | 1;

export interface Tables
  extends
    BookkeepingTables,
    DataRequestTables,
    DealImportTables,
    DepartureTables,
    DueTables,
    FullWeekTables,
    InstanceTables,
    KeptMappingTables,
    LeadershipTables,
    LineClaimTables,
    NoteReplyTables,
    OpenAbsenceTables,
    PeopleChangeTables,
    PulseTables,
    SlackInstallationTables,
    WhoIsWhoTables {
  workspace: WorkspaceTable;
  person: PersonTable;
  reportingLine: ReportingLineTable;
  interaction: InteractionTable;
  deal: DealTable;
  dealChange: DealChangeTable;
  usualStay: UsualStayTable;
  ask: AskTable;
  askStep: AskStepTable;
  nudge: NudgeTable;
  booking: BookingTable;
  stoppedBehaviour: StoppedBehaviourTable;
  outbox: OutboxTable;
  installation: InstallationTable;
}

export interface WorkspaceTable {
  /** Slack's team id. */
  id: string;
  name: string;
  botUserId: string | null;
  defaultTimeZone: string;
  createdAt: string;
  removedAt: string | null;
}

export interface PersonTable {
  id: Generated<PersonId>;
  workspaceId: string;
  slackUserId: string | null;
  email: string | null;
  name: string;
  timeZone: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** ISO 3166-2, the country included. */
  region: string | null;
  startedOn: LocalDate | null;
  team: string | null;
  isAdmin: Generated<Flag>;
  createdAt: string;
  leftOn: LocalDate | null;
  /** Why they are not served any more; null while they are, and where it was not noted. */
  leftWhy: LeftWhy | null;
  /** Somebody who turned out to be the same person, and is this one now. */
  mergedIntoId: PersonId | null;
  /** By the roster their last day in the job: they stay until then. */
  lastDay: Generated<LocalDate | null>;
  /** When the person was told what this is and who sees what. */
  welcomedAt: string | null;
  /** Their status in Slack says that they are out: since, and until where it says. */
  outSince: string | null;
  outUntil: string | null;
}

export interface InteractionTable {
  id: Generated<InteractionId>;
  workspaceId: string;
  behaviour: string;
  managerId: PersonId;
  repId: PersonId | null;
  happenedOn: LocalDate;
  minutes: number | null;
  dealId: DealId | null;
  /** JSON record of the form's answers without free text. */
  details: string;
  /** JSON record of the form's free text. */
  texts: Sealed | null;
  /** May the rep read the text? */
  shared: Generated<Flag>;
  nudgeId: NudgeId | null;
  loggedAt: string;
  deletedAt: string | null;
}

export interface DealTable {
  id: Generated<DealId>;
  workspaceId: string;
  externalId: string;
  name: string;
  account: string | null;
  ownerId: PersonId | null;
  stage: string;
  /** In major units of `currency`. */
  amount: number | null;
  currency: string | null;
  openedOn: LocalDate | null;
  lastActivityOn: LocalDate | null;
  closeOn: LocalDate | null;
  status: DealStatus;
  quietUntil: LocalDate | null;
  /** The day since which it isn't in the export any more. */
  missingSince: LocalDate | null;
  changedAt: string;
}

export interface DealChangeTable {
  id: Generated<number>;
  workspaceId: string;
  dealId: DealId;
  what: DealChangeKind;
  before: string | null;
  after: string | null;
  /** The workspace's local day on which an import brought it. */
  seenOn: LocalDate;
  seenAt: string;
}
/** How long deals usually stay in a stage of this company. */
export interface UsualStayTable {
  workspaceId: string;
  /** In small letters. */
  stage: string;
  days: number;
}
export type DealChangeKind = 'stage' | 'close_on' | 'amount' | 'status' | 'owner' | 'last_activity_on';

export interface AskTable {
  id: Generated<AskId>;
  workspaceId: string;
  repId: PersonId;
  /** The rep's manager when it was asked. */
  managerId: PersonId;
  holderId: PersonId;
  kind: AskKind;
  obstacle: Obstacle | null;
  /** What exactly, where our own company put it there. */
  companyObstacle: CompanyObstacle | null;
  dealId: DealId | null;
  neededBy: LocalDate | null;
  state: AskState;
  takenUntil: LocalDate | null;
  text: Sealed;
  askedAt: string;
  askedOn: LocalDate;
  changedAt: string;
  exception: ExceptionKind | null;
  /** In major units of `currency`. */
  stake: number | null;
  currency: string | null;
  /** JSON record of what was written in the fields of its kind. */
  fields: Sealed | null;
  /** Of asks from before `fields`: why it is urgent, and a JSON list of addresses. */
  urgency: Generated<Sealed | null>;
  links: Generated<Sealed | null>;
}

export interface AskStepTable {
  id: Generated<number>;
  workspaceId: string;
  askId: AskId;
  actorId: PersonId;
  step: AskStepKind;
  until: LocalDate | null;
  text: Sealed | null;
  at: string;
  /** Who has it after this step; null in steps from before it was written down. */
  holderId: PersonId | null;
}

export interface NudgeTable {
  id: Generated<NudgeId>;
  workspaceId: string;
  occurrenceKey: string;
  /** To whom. */
  personId: PersonId;
  /** The message it stands in: `plan:2026-11-23`, `between:2026-11-25`. */
  batch: string;
  position: number;
  behaviour: string;
  repId: PersonId | null;
  dealId: DealId | null;
  askId: AskId | null;
  /** The promise, assignment or idea it is about, e.g. `promise:12`. */
  item: string | null;
  /** JSON. It may tell what a note says. */
  evidence: Sealed;
  /** JSON, as the evidence. */
  words: Sealed;
  prefill: string;
  /** The evidence in short: what was once called wrong never comes again with the same. */
  fingerprint: string;
  state: NudgeState;
  quietUntil: LocalDate | null;
  asksWhy: 0 | 1;
  createdAt: string;
  answeredAt: string | null;
}

export interface BookingTable {
  id: Generated<BookingId>;
  workspaceId: string;
  managerId: PersonId;
  repId: PersonId | null;
  dealId: DealId | null;
  behaviour: string;
  nudgeId: NudgeId | null;
  startsAt: string;
  minutes: number;
  state: BookingState;
  createdAt: string;
}
export type BookingState = 'planned' | 'happened' | 'cancelled';

export interface StoppedBehaviourTable {
  workspaceId: string;
  personId: PersonId;
  behaviour: string;
  stoppedAt: string;
}

export interface OutboxTable {
  id: Generated<number>;
  workspaceId: string;
  /** What, about whom, to whom, which local date: one message each, ever. */
  occurrenceKey: string;
  /** Opaque; goes into Slack's message metadata. */
  deliveryId: string;
  kind: string;
  recipientId: PersonId;
  /** JSON of ids. The message is rendered from the database when it is sent. */
  subject: string;
  state: OutboxState;
  attempts: Generated<number>;
  dueAt: string;
  claimedAt: string | null;
  /** Under which hold of the workspace it was claimed; null where one process has the database. */
  claimedFence: Generated<number | null>;
  sentAt: string | null;
  channel: string | null;
  ts: string | null;
  problem: string | null;
  /** The message no longer shows what the database says. */
  refreshWanted: Generated<Flag>;
  createdAt: string;
  /** The message whose post carries this one, too; null where it has a post of its own. */
  carriedBy: Generated<number | null>;
}
export type OutboxState = 'pending' | 'sending' | 'sent' | 'uncertain' | 'parked' | 'skipped';
