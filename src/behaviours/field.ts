/** The fields of a log form. The Slack form, what is stored and what is read back all follow from these. */
interface FieldBase {
  /** Key in the stored record, and the block_id in Slack. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
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

/** Free text: encrypted at rest, and shown only to those whom the access rules name. */
export interface TextField extends FieldBase {
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
