/**
 * Who reads what stands in a field: its author alone, whom it is about, or whom it is about once the author shares the note.
 * `leading/access.ts` decides by it, and the form says it above the field.
 */
export type Reader = 'author' | 'rep' | 'by-share';

/** The fields of a log form. The Slack form, what is stored and what is read back all follow from these. */
interface FieldBase {
  /** Key in the stored record, and the block_id in Slack. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What isn't free text is never shared with a note: whom it is about sees it in a record, or not at all. */
  readonly reader: Exclude<Reader, 'by-share'>;
  /** Stands behind More, unless something is filled in. Such a field is optional, or has a first value. */
  readonly place?: 'more';
  /** Only shown while that choice field has one of these values. */
  readonly shownIf?: { readonly field: string; readonly is: readonly string[] };
}

/** Which words of which record. */
export type WordsOnRecord =
  | 'gap'
  | 'assignment'
  | 'next-assignment'
  | 'goals'
  | 'expectation'
  | 'idea'
  | 'idea-use'
  | 'praise'
  | 'pulse-heard'
  | 'pulse-will';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Free text that its author alone reads has no words for the other side. */
type TextReader =
  | { readonly reader: 'author'; readonly forRep?: never }
  /** `forRep`: what whom it is about reads above it, e.g. `What {name} noticed`; `{name}` is what they call the author. */
  | { readonly reader: Exclude<Reader, 'author'>; readonly forRep: string };

/** Free text: encrypted at rest, and shown only to those whom the access rules name. */
export type TextField = Omit<FieldBase, 'reader'> & TextReader & TextProperties;
interface TextProperties {
  readonly kind: 'text';
  readonly placeholder?: string;
  readonly multiline?: boolean;
  /** Skills can be tagged in it: `#negotiation`. */
  readonly takesTags?: boolean;
  /** These words belong to a record (a promise, an assignment, a goal …), which has its own rules of who may see it: they are not kept in the note as well. */
  readonly keptInRecord?: WordsOnRecord;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly initial?: string;
  /** All choices stand in the form, to be chosen with one tap. */
  readonly asList?: true;
}
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly choices: readonly Choice[];
}
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly minimum: number;
  readonly maximum: number;
  readonly initial?: number;
}
/** One of the rep's open deals. Always stored as the interaction's deal. */
export interface DealField extends FieldBase {
  readonly kind: 'deal';
}

/** A calendar day, today or later. Stored as YYYY-MM-DD. */
export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** Days from the day on which the form is opened to the day that it begins with. */
  readonly initialInDays?: number;
  /** How the day is told where the field itself stands behind More: `look again {day}`. */
  readonly inLine?: string;
}
/** One of the rep's records that is still open, shown with its words; stored by its id. */
export interface RecordField extends FieldBase {
  readonly kind: 'record';
  readonly of: 'promise' | 'assignment' | 'idea';
}
/** Another rep of the same team; stored by id. */
export interface PersonField extends FieldBase {
  readonly kind: 'person';
}

export type Field =
  | TextField
  | ChoiceField
  | ChoicesField
  | NumberField
  | DealField
  | DateField
  | RecordField
  | PersonField;

/** The ids that every log form has by itself; a behaviour's own fields may not use them. */
export const commonFieldIds = ['rep', 'happenedOn', 'minutes', 'shared', 'promise', 'promiseBy'] as const;
