/** The columns of what leadership leaves on record. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { Change, RootCause } from '../behaviours/change.ts';
import type { AssignmentState, ConfidenceTopic, PromiseState, SkillFact } from '../behaviours/facts.ts';
import type {
  AskId,
  AssignmentId,
  CycleId,
  DealId,
  ExpectationId,
  GoalId,
  IdeaId,
  InteractionId,
  PersonId,
  PraiseId,
  PromiseId,
  PulseId,
} from '../behaviours/ids.ts';
import type { GreetingTables } from './greeting-tables.ts';
import type { Sealed } from './secrets.ts';
import type { LocalDate } from '../time/zoned.ts';

interface RecordTable<Id extends number = number> {
  id: Generated<Id>;
  workspaceId: string;
  createdAt: string;
}

export interface LeadershipTables extends GreetingTables {
  promise: PromiseTable;
  cycle: CycleTable;
  assignment: AssignmentTable;
  cycleComment: CycleCommentTable;
  goal: GoalTable;
  expectation: ExpectationTable;
  idea: IdeaTable;
  skillNote: SkillNoteTable;
  confidence: ConfidenceTable;
  praise: PraiseTable;
  consequence: ConsequenceTable;
  settingChange: SettingChangeTable;
}

export interface PromiseTable extends RecordTable<PromiseId> {
  managerId: PersonId;
  repId: PersonId;
  text: Sealed;
  madeOn: LocalDate;
  dueOn: LocalDate;
  state: PromiseState;
  settledOn: LocalDate | null;
  /** Where it was made: in answer to an ask, or in a log form; both null when made by hand. */
  askId: AskId | null;
  interactionId: InteractionId | null;
  /** What is to be removed stands in the way of this deal. */
  dealId: DealId | null;
  /** What the rep found once it was kept: the deal moves again, or not. */
  found: PromiseFound | null;
  /** It was promised to a whole team in answer to their pulse: it is settled for all of them at once. */
  pulseId: PulseId | null;
  /** Who keeps it instead of who made it and has left; null where they keep it themselves. */
  holderId: Generated<PersonId | null>;
}
export type PromiseFound = 'moves' | 'stuck';

/** One change of settings, with what was before. */
export interface SettingChangeTable extends RecordTable {
  scope: string;
  topic: string;
  /** JSON records by the name of the setting; null stands for the default. */
  valuesBefore: string;
  valuesAfter: string;
  actorId: PersonId;
  undoneAt: string | null;
}

export interface CycleTable extends RecordTable<CycleId> {
  managerId: PersonId;
  repId: PersonId;
  gap: Sealed;
  rootCause: RootCause;
  openedOn: LocalDate;
  evaluatedOn: LocalDate | null;
  closedOn: LocalDate | null;
}

export interface AssignmentTable extends RecordTable<AssignmentId> {
  cycleId: CycleId;
  text: Sealed;
  agreedOn: LocalDate;
  dueOn: LocalDate;
  state: AssignmentState;
  settledOn: LocalDate | null;
}

export interface CycleCommentTable extends RecordTable {
  cycleId: CycleId;
  authorId: PersonId;
  text: Sealed;
}

export interface GoalTable extends RecordTable<GoalId> {
  repId: PersonId;
  /** Who wrote it down: the rep or their manager. */
  authorId: PersonId;
  text: Sealed;
  recordedOn: LocalDate;
  revisitedOn: LocalDate;
  removedOn: LocalDate | null;
}

export interface ExpectationTable extends RecordTable<ExpectationId> {
  managerId: PersonId;
  repId: PersonId;
  text: Sealed;
  statedOn: LocalDate;
  acknowledgedOn: LocalDate | null;
}

export interface IdeaTable extends RecordTable<IdeaId> {
  /** Whose idea it is. */
  repId: PersonId;
  text: Sealed;
  heardOn: LocalDate;
  usedOn: LocalDate | null;
  usedWhere: Sealed | null;
  creditedOn: LocalDate | null;
}

export interface SkillNoteTable extends RecordTable {
  managerId: PersonId;
  repId: PersonId;
  interactionId: InteractionId;
  /** A word of the note. */
  tag: Sealed;
  level: SkillFact['level'];
  notedOn: LocalDate;
}

export interface ConfidenceTable extends RecordTable {
  repId: PersonId;
  /** The strategy brief after which it was asked. */
  interactionId: InteractionId;
  topic: ConfidenceTopic;
  /** 1 to 5; null until answered. */
  value: number | null;
  answeredOn: LocalDate | null;
}

export interface PraiseTable extends RecordTable<PraiseId> {
  managerId: PersonId;
  repId: PersonId;
  interactionId: InteractionId | null;
  text: Sealed;
  isPublic: 0 | 1;
  givenOn: LocalDate;
}

export interface ConsequenceTable extends RecordTable {
  interactionId: InteractionId;
  kind: Change['kind'];
  recordId: number;
  /** JSON: how the record stood before. */
  remembered: string;
}
