/**
 * What a due rule may look at: facts about one manager and the people who report to them, as of `now`. Loaded in one go, a
 * query a table; never holds note text or the words of an ask.
 */
import type { AskKind } from '../asks/index.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import type {
  AskId,
  AssignmentId,
  BookingId,
  CycleId,
  DealId,
  ExpectationId,
  GoalId,
  IdeaId,
  InteractionId,
  PersonId,
  PromiseId,
  PulseId,
} from './ids.ts';

export interface PersonFact {
  readonly id: PersonId;
  readonly name: string;
  /** What the reader of the facts calls them: the first name, and more where somebody else has it too. */
  readonly shortName?: string;
  /** First day in this job, where known. */
  readonly startedOn: LocalDate | null;
}

/** A value of a log form that isn't free text. */
export type Detail = string | number | boolean | readonly string[];

export interface InteractionFact {
  readonly id: InteractionId;
  /** Id of the behaviour. */
  readonly behaviour: string;
  readonly managerId: PersonId;
  readonly repId: PersonId | null;
  /** The local day of the manager. */
  readonly happenedOn: LocalDate;
  readonly minutes: number | null;
  readonly dealId: DealId | null;
  /** The form's answers without the free text, by field id. */
  readonly details: Readonly<Record<string, Detail>>;
  /** The rep can read its words. */
  readonly shared?: boolean;
}

export interface DealFact {
  readonly id: DealId;
  readonly name: string;
  readonly account: string | null;
  readonly ownerId: PersonId | null;
  readonly stage: string;
  /** In major units of `currency`. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly openedOn: LocalDate | null;
  readonly lastActivityOn: LocalDate | null;
  readonly closeOn: LocalDate | null;
  readonly status: DealStatus;
  /** The manager looked and said that it isn't blocked: quiet until this day. */
  readonly quietUntil: LocalDate | null;
  /** When it was seen to come into its stage; null where it has been there since it was first seen. */
  readonly stageSince: LocalDate | null;
  /** How often its close date was moved to a later day, and the last time that this was seen. */
  readonly timesPushed: number;
  readonly pushedOn: LocalDate | null;
  /** It is open here and wasn't in the newest full export. */
  readonly isMissing: boolean;
}
export type DealStatus = 'open' | 'won' | 'lost';

export interface AskFact {
  readonly id: AskId;
  readonly repId: PersonId;
  /** Who must act now: the manager, or the lead once it was handed over. */
  readonly holderId: PersonId;
  readonly kind: AskKind;
  readonly state: AskState;
  readonly dealId: DealId | null;
  readonly askedOn: LocalDate;
  readonly neededBy: LocalDate | null;
  readonly takenUntil: LocalDate | null;
  /** The last step, such as its arrival with whoever holds it now. */
  readonly changedAt?: Date;
}
export type { AskKind } from '../asks/index.ts';
export type AskState = 'open' | 'taken' | 'granted' | 'declined' | 'done' | 'confirmed' | 'withdrawn';

export interface BookingFact {
  readonly id: BookingId;
  readonly behaviour: string;
  readonly repId: PersonId | null;
  readonly dealId: DealId | null;
  readonly startsAt: Date;
}

/** Something that a manager said they would do for a rep, with a day. */
export interface PromiseFact {
  readonly id: PromiseId;
  readonly managerId: PersonId;
  readonly madeOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: PromiseState;
  /** It was made to a whole team, after a pulse: one promise for each rep, which are kept, moved and taken back together. */
  readonly pulseId?: PulseId | null;
  /** Who keeps it instead of who made it and has left. */
  readonly holderId?: PersonId | null;
  /** Of one that somebody else keeps: the name of who made it. */
  readonly makerName?: string;
}
/** The same, as it was made to everybody who answered a pulse together: one for all of them. */
export interface TeamPromiseFact extends PromiseFact {
  readonly pulseId: PulseId;
  /** To a team of the maker's own, or to several of managers who report to them. */
  readonly to: 'team' | 'pool';
}
export type PromiseState = 'open' | 'kept' | 'dropped';

/** A development cycle: gap → root cause → assignments → evaluation, until the gap is closed. Essay 001. */
export interface CycleFact {
  readonly id: CycleId;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  /** The last time that somebody watched again. */
  readonly evaluatedOn: LocalDate | null;
  /** Newest first. */
  readonly assignments: readonly AssignmentFact[];
}
export interface AssignmentFact {
  readonly id: AssignmentId;
  readonly agreedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: AssignmentState;
  readonly settledOn: LocalDate | null;
}
/** improved: seen again, and better; repeated: seen again, more to do; missed: not done. */
export type AssignmentState = 'open' | 'improved' | 'repeated' | 'missed';

export interface GoalFact {
  readonly id: GoalId;
  readonly recordedOn: LocalDate;
  /** The last time that both looked at it. */
  readonly revisitedOn: LocalDate;
}

export interface ExpectationFact {
  readonly id: ExpectationId;
  readonly statedOn: LocalDate;
  /** The rep confirmed having read it. */
  readonly acknowledgedOn: LocalDate | null;
}

export interface IdeaFact {
  readonly id: IdeaId;
  readonly heardOn: LocalDate;
  readonly usedOn: LocalDate | null;
  readonly creditedOn: LocalDate | null;
}

/** What notes say of a skill: `#negotiation` as a strength, or as something to learn. */
export interface SkillFact {
  /** Whose note it was: nobody else hears what it says. */
  readonly managerId: PersonId;
  readonly tag: string;
  readonly level: 'strength' | 'learning';
  readonly notedOn: LocalDate;
}

/** How sure a rep is of one question about how we win: 1 not at all, 5 very. Essay 004. */
export interface ConfidenceFact {
  readonly topic: ConfidenceTopic;
  readonly value: number;
  readonly answeredOn: LocalDate;
}
export type ConfidenceTopic = 'how-we-win' | 'dream-clients' | 'our-value';

/** A team's answer to the three questions of essay 001: that there is one, not what it says. */
export interface PulseFact {
  readonly closedOn: LocalDate;
  /** The manager told the team what they heard and will do. */
  readonly answeredOn: LocalDate | null;
}

/** How long ago the last one-on-one was, as a manager said with a tap before anything was logged. */
export type LastTalkAnswer = 'this-week' | 'weeks' | 'longer' | 'unsure';

/** What a manager said of a time of which nothing is logged: their own word, and no entry of the log. */
export interface LastTalkFact {
  /** Who said so. */
  readonly managerId: PersonId;
  readonly answer: LastTalkAnswer;
  /** The manager's local day on which they said it. */
  readonly givenOn: LocalDate;
}

/** One rep, as their manager's due rules see them. */
export interface RepFacts {
  readonly rep: PersonFact;
  /** Since when this rep reports to this manager. */
  readonly reportsSince: LocalDate;
  /** Away now, by their status in Slack or their own days off. */
  readonly isOut: boolean;
  /** With this rep, by any manager, newest first; nothing after today. */
  readonly interactions: readonly InteractionFact[];
  /** Owned by this rep. */
  readonly deals: readonly DealFact[];
  readonly asks: readonly AskFact[];
  /** Planned and still to come. */
  readonly bookings: readonly BookingFact[];
  /** To this rep, newest first. */
  readonly promises: readonly PromiseFact[];
  /** Newest first. */
  readonly cycles: readonly CycleFact[];
  /** Live ones. */
  readonly goals: readonly GoalFact[];
  /** Newest first. */
  readonly expectations: readonly ExpectationFact[];
  /** The rep's own, newest first. */
  readonly ideas: readonly IdeaFact[];
  /** Newest first. */
  readonly skills: readonly SkillFact[];
  /** Newest first. */
  readonly confidence: readonly ConfidenceFact[];
  /** What the manager there is now said of the time before the log. */
  readonly lastTalk?: LastTalkFact | undefined;
}

/** A rep of one of a lead's managers, as the lead's due rules see them: their time with people, and nothing of their work. */
export type RepBelowFacts = Pick<RepFacts, 'rep' | 'reportsSince' | 'isOut' | 'interactions' | 'bookings'>;

/** A manager, as their lead's due rules see them. */
export interface ManagerFacts {
  readonly manager: RepFacts;
  readonly reps: readonly RepBelowFacts[];
}

export interface TeamFacts {
  readonly manager: PersonFact;
  readonly now: Date;
  /** The manager's local day. */
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly reps: readonly RepFacts[];
  /** For a lead: the managers who report to them. */
  readonly managers: readonly ManagerFacts[];
  /** What this manager logged about the team as a whole or themselves, newest first. */
  readonly teamwide: readonly InteractionFact[];
  /** Newest first. */
  readonly pulses: readonly PulseFact[];
  /** What this manager promised in answer to pulses, newest first; whoever reports to whom by now. */
  readonly teamPromises: readonly TeamPromiseFact[];
  /** The median of the completed stays in a stage, in days, by its name in small letters; only where there are enough of them. */
  readonly usualStageDays: ReadonlyMap<string, number>;
}
