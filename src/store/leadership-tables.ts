/** The columns of what leadership leaves on record. Conventions as in `tables.ts`. */
import type { Generated } from 'kysely';
import type { Change, RootCause } from '../behaviours/change.ts';
import type { AssignmentState, ConfidenceTopic, PromiseState, SkillFact } from '../behaviours/facts.ts';
import type { GreetingTables } from './greeting-tables.ts';
import type { Sealed } from './secrets.ts';

interface RecordTable {
  id: Generated<number>;
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

export interface PromiseTable extends RecordTable {
  managerId: number;
  repId: number;
  text: Sealed;
  madeOn: string;
  dueOn: string;
  state: PromiseState;
  settledOn: string | null;
  /** Where it was made: in answer to an ask, or in a log form; both null when made by hand. */
  askId: number | null;
  interactionId: number | null;
  /** What is to be removed stands in the way of this deal. */
  dealId: number | null;
  /** What the rep found once it was kept: the deal moves again, or not. */
  found: PromiseFound | null;
  /** It was promised to a whole team in answer to their pulse: it is settled for all of them at once. */
  pulseId: number | null;
  /** Who keeps it instead of who made it and has left; null where they keep it themselves. */
  holderId: Generated<number | null>;
}
export type PromiseFound = 'moves' | 'stuck';

/** One change of settings, with what was before. */
export interface SettingChangeTable extends RecordTable {
  scope: string;
  topic: string;
  /** JSON records by the name of the setting; null stands for the default. */
  valuesBefore: string;
  valuesAfter: string;
  actorId: number;
  undoneAt: string | null;
}

export interface CycleTable extends RecordTable {
  managerId: number;
  repId: number;
  gap: Sealed;
  rootCause: RootCause;
  openedOn: string;
  evaluatedOn: string | null;
  closedOn: string | null;
}

export interface AssignmentTable extends RecordTable {
  cycleId: number;
  text: Sealed;
  agreedOn: string;
  dueOn: string;
  state: AssignmentState;
  settledOn: string | null;
}

export interface CycleCommentTable extends RecordTable {
  cycleId: number;
  authorId: number;
  text: Sealed;
}

export interface GoalTable extends RecordTable {
  repId: number;
  /** Who wrote it down: the rep or their manager. */
  authorId: number;
  text: Sealed;
  recordedOn: string;
  revisitedOn: string;
  removedOn: string | null;
}

export interface ExpectationTable extends RecordTable {
  managerId: number;
  repId: number;
  text: Sealed;
  statedOn: string;
  acknowledgedOn: string | null;
}

export interface IdeaTable extends RecordTable {
  /** Whose idea it is. */
  repId: number;
  text: Sealed;
  heardOn: string;
  usedOn: string | null;
  usedWhere: Sealed | null;
  creditedOn: string | null;
}

export interface SkillNoteTable extends RecordTable {
  managerId: number;
  repId: number;
  interactionId: number;
  /** A word of the note. */
  tag: Sealed;
  level: SkillFact['level'];
  notedOn: string;
}

export interface ConfidenceTable extends RecordTable {
  repId: number;
  /** The strategy brief after which it was asked. */
  interactionId: number;
  topic: ConfidenceTopic;
  /** 1 to 5; null until answered. */
  value: number | null;
  answeredOn: string | null;
}

export interface PraiseTable extends RecordTable {
  managerId: number;
  repId: number;
  interactionId: number | null;
  text: Sealed;
  isPublic: 0 | 1;
  givenOn: string;
}

export interface ConsequenceTable extends RecordTable {
  interactionId: number;
  kind: Change['kind'];
  recordId: number;
  /** JSON: how the record stood before. */
  remembered: string;
}
