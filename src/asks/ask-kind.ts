/** What a kind of ask is made of. Everything that is said, asked, kept and shown of it follows from its description. */

/** What people do with an ask after it was asked. */
export type AskStepTaken =
  | 'taken'
  | 'granted'
  | 'declined'
  | 'done'
  /** Taken to the lead. */
  | 'handed'
  | 'confirmed'
  | 'reopened'
  /** The rep gives it another day. */
  | 'waited'
  /** The rep still needs it, by a later day. */
  | 'renewed'
  | 'withdrawn';

/** A field that stands in columns of its own, because rules and lists look for it. Its form is in `views/ask/case-fields.ts`. */
export type CaseField = 'exception' | 'deal' | 'obstacle' | 'stake' | 'neededBy';

/** A field in which the rep writes. It is kept with the others in one sealed text, and needs no column. */
export interface WordsField {
  /** The name under which it is kept: never changed, and never another field's. */
  readonly id: string;
  /** Of the input. */
  readonly label: string;
  readonly hint?: string;
  /** UTF-16 units. */
  readonly longest: number;
  /** Said where there is more than that. */
  readonly tooLong: string;
  readonly multiline?: boolean;
  /** As one of the things that can be added, to follow “Add”: `why it’s urgent`. */
  readonly called: string;
  /** What stands before the words where the ask is shown. */
  readonly shown: string;
  /** Addresses, one in a line. */
  readonly isLinks?: boolean;
  /**
   * `everybody` on the ask: the rep and whoever has or had it, the lead to whom it was taken included. `manager`: the rep, and the
   * manager whom they asked, nobody else, whoever has the ask later.
   */
  readonly readers: 'everybody' | 'manager';
}

export type AskField = CaseField | WordsField;

/** How a step is spoken of, where that differs from other asks. */
export interface StepWords {
  /** On the button; undefined where it is called as for any ask. */
  readonly button?: (now: { readonly wasDeclined: boolean }) => string | undefined;
  /** In the history, after the name of who took it. `day`: by which, where there is one. */
  readonly history?: (day: string | undefined) => string | undefined;
  /** What the rep hears, after the name of who took it. */
  readonly news?: (day: string | undefined) => string | undefined;
}

export interface AskKindDescription {
  /** As it is stored. */
  readonly kind: string;
  /** In lists and forms: `A blocked deal`. */
  readonly label: string;
  /** After the rep's name: `has a blocked deal`. */
  readonly request: string;
  /** After “asked for”: `a deal to be unblocked`. */
  readonly noun: string;
  /** Beside the words themselves, in the order to show them. */
  readonly fields: readonly AskField[];
  /** The one field that is asked for at once; the rest is behind More. */
  readonly first: AskField;
  /** Words by which a sentence asks for this: any of these. */
  readonly saidAs: readonly RegExp[];
  /** It is meant only where the words mean nothing else. */
  readonly isFallback?: boolean;
  /** Answers that don't fit it. */
  readonly without?: readonly AskStepTaken[];
  readonly steps?: Readonly<Partial<Record<AskStepTaken, StepWords>>>;
  /** Who has it can take time for it together with the rep. */
  readonly isTackledTogether?: boolean;
  /** As a rep would write it: in the catalogue, and in tests. It is read as this kind. */
  readonly sample: string;
}
