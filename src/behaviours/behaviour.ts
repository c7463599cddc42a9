import type { LocalDate } from '../time/zoned.ts';
import type { Detail, TeamFacts } from './facts.ts';
import type { Change, LoggedEntry } from './change.ts';
import type { Field } from './field.ts';
import type { AskId, DealId, PersonId } from './ids.ts';

/** The essays by their number in the list of sources; the catalogue prints author, title and date. */
export type EssayId = '000' | '001' | '002' | '003' | '004';

/** What forms list it under; `groups.ts` has their headings and their order. */
export type Subject =
  | 'time-with-them'
  | 'coaching'
  | 'clearing-the-way'
  | 'thanks-and-ideas'
  | 'direction'
  | 'as-lead'
  | 'team-and-you';

/** A number that a workspace may change. */
export interface Setting {
  readonly key: string;
  readonly label: string;
  readonly unit: 'days' | 'working days' | 'hours a month' | 'times' | 'percent';
  readonly initial: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** The settings in force, by key. */
export type Settings = Readonly<Record<string, number>>;

/** A stored record that a due rule relied on, so that "this is wrong" can open it. */
export interface RecordReference {
  readonly kind: 'interaction' | 'deal' | 'ask' | 'promise' | 'assignment' | 'cycle' | 'goal' | 'expectation' | 'idea';
  readonly id: number;
}

/** The facts that make a nudge due. */
export interface Evidence {
  /**
   * The fact and its date, as they stand on the day of the facts: "No ride-along with Priya since Oct 12 (41 days)." The rhythm is for
   * "Why?". A nudge that is still open says it anew each day.
   */
  readonly sentence: string;
  readonly record: RecordReference | null;
  /** All that is known is that nothing is on record: weaker than a fact, and so less urgent. */
  readonly isAbsence?: boolean;
  /** How long it has been, and how long it should be, in the same unit: their quotient is how overdue it is. */
  readonly elapsed: number;
  readonly rhythm: number;
  /** The day since which it has been due; the manager's local day. */
  readonly dueSince: LocalDate;
}

/** What the manager reads. Together under 300 characters, one act, nobody blamed. */
export interface NudgeWords {
  readonly headline: string;
  /** The same with what was promised, asked or suggested: its own words, in quotes, stand for `{subject}` when it is shown. */
  readonly headlineWith?: string;
  readonly act: string;
  /** Words to begin with, as the manager could say them. */
  readonly openingLine: string;
}

/** One act that is due now. */
export interface Due {
  readonly behaviour: string;
  readonly repId: PersonId | null;
  readonly dealId: DealId | null;
  readonly askId: AskId | null;
  /** The promise, assignment or idea that it is about, e.g. `promise:12`: several of one kind may be due for one rep. */
  readonly item: string | null;
  readonly evidence: Evidence;
  readonly words: NudgeWords;
  /** It can't wait for the next weekly plan. */
  readonly urgent: boolean;
  /** Which of several for the same rep comes first: the larger, the sooner. 1 where there is only one. */
  readonly weight: number;
  /** What the log form is filled with when the manager says that it is done. */
  readonly prefill: Readonly<Record<string, Detail>>;
}

/** What whom an entry is about reads of it. `{name}` becomes what they call its author. */
export interface ForRep {
  /** In a list: `Check-in with {name}`. */
  readonly heading: string;
  /** After a number: `check-in`, `check-ins`. */
  readonly noun: { readonly one: string; readonly many: string };
  /** A note that nobody but its author reads isn't something that passed between the two: it counts to the other side if shared. */
  readonly counts: 'always' | 'if-shared';
}

/** What is wrong with an entry, and beside which of its fields to say so. */
export interface EntryProblem {
  readonly field: string;
  readonly message: string;
}

/** A kind of leadership act. One file each; everything that the bot does with it follows from this description. */
export interface Behaviour {
  readonly id: string;
  /** As a heading: `Ride-along`. */
  readonly name: string;
  /** After a number: `ride-along`, `ride-alongs`. */
  readonly noun: { readonly one: string; readonly many: string };
  /** The act in the imperative, one line. */
  readonly act: string;
  readonly subject: Subject;
  readonly essays: readonly EssayId[];
  /** leader: whoever anybody reports to, a manager or a lead. */
  readonly nudges: 'manager' | 'lead' | 'leader';
  /** What an entry in the log is about: a rep, the team or the manager themselves, a lead's manager, or a rep of a lead's manager. */
  readonly about: 'rep' | 'team' | 'manager' | 'rep-of-manager';
  /** How often, for the catalogue, e.g. `every 30 days`. */
  readonly cadence: string;
  /** How much it matters next to the others: 1 is ordinary, 2 twice that. */
  readonly importance: number;
  /** Does the time count as coaching (for the monthly ceiling)? */
  readonly isCoaching: boolean;
  readonly settings: readonly Setting[];
  /** Why and when it is due, in a sentence for "Why this?" and the catalogue. */
  readonly rule: string;
  /** What it is called where somebody chooses what to write down, at most 24 characters: `Time outside work`. */
  readonly asLogged: string;
  /** Does anybody write this down of their own accord? Else a nudge, an ask, a promise or a pulse asks for it. */
  readonly isLoggedByHand: boolean;
  /** Null where whom it is about never sees that there was an entry: it is nobody's, or told by its record. */
  readonly forRep: ForRep | null;
  /** It takes no time together, so nobody is asked how many minutes it took. */
  readonly isWithoutTime?: boolean;
  /** The fields of the log form. Who, when and how long are asked besides. */
  readonly form: readonly Field[];
  /** Said of the author to whom it is about, where the words are meant for that person and shared unless unticked: `thanks you`. */
  readonly toldAs?: string;
  /** What was noticed is meant for the other side, too: the form proposes to share it. */
  readonly proposesSharing?: boolean;
  /** What the log form is called and its button says, where an entry goes to others at once. */
  readonly formWords?: { readonly title: string; readonly submit: string };
  /** Id of the choice field whose choices are offered as buttons on the nudge itself: the act is answered in one tap. */
  readonly oneTap?: string;
  /** Only the author ever sees an entry, not even its kind or day. */
  readonly isOwnOnly?: boolean;
  /** Its occasion passes: what wasn't done while it was fresh is too late, and nobody did it. */
  readonly passes?: boolean;
  /** Asked in the weekly recap of those who get one; of the others by itself. */
  readonly inRecap?: boolean;
  /** What keeps an entry from being saved, beyond what each field asks for by itself. Pure. */
  problem?(entry: LoggedEntry): EntryProblem | undefined;
  /** Records that follow from an entry: promises, cycles, goals … Pure. */
  changes?(entry: LoggedEntry): readonly Change[];
  /** How long it usually takes, in minutes: fills the booking and the log form. */
  readonly usualMinutes: number;
  /** Asked when a booking's time has passed; `{name}` becomes the rep's first name. */
  readonly followUp: string;
  /** Pure: the same facts and settings give the same answer. */
  due(facts: TeamFacts, settings: Settings): readonly Due[];
}
