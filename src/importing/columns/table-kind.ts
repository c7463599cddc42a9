import type { Fit } from './fits.ts';
import type { Preset } from './presets/preset.ts';

/** What may stand in a column, and under which names. */
export interface FieldNames<F extends string = string> {
  /** To follow "column for". */
  readonly label: string;
  /** To follow "a column of", for a field that a file can’t do without. */
  readonly needed?: string;
  /** In order of preference: where several columns fit, the first of them that isn’t blank in the row is taken. */
  readonly names: readonly string[];
  /** Asked only where none of the others is there. */
  readonly lastNames?: readonly string[];
  /** What its cells look like: a column none of whose cells does is another’s. Anything, where it isn’t said. */
  readonly fit?: Fit;
  /** Of several columns those come first whose cells may look like this. */
  readonly prefers?: Fit;
  /** Where a column of such a name goes whose cells don’t fit: an “Employee” of numbers is an id. */
  readonly otherwise?: F;
  /** Further words for it in a mapping. */
  readonly aliases?: readonly string[];
  /** Several columns may be mapped to it: its cell is put together of theirs. */
  readonly isJoinable?: boolean;
  /** Put together of these where it has no column of its own: first and last name. */
  readonly parts?: readonly [F, F];
}

export type Fields<F extends string> = Readonly<Record<F, FieldNames<F>>>;

/** A kind of file: its fields, and which of them it can’t do without. */
export interface TableKind<F extends string> {
  readonly fields: Fields<F>;
  /** Of each group, one column must be there. */
  readonly required: readonly (readonly F[])[];
  /** Words that programs put before the names of a row’s own columns: “Deal - Title”. */
  readonly prefixes?: readonly string[];
  /** Exports of known programs, found by their columns. */
  readonly presets?: readonly Preset<F>[];
}
