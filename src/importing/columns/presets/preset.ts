/** The columns of one program’s export. */
export interface Preset<F extends string> {
  /** To follow "Read as a". */
  readonly name: string;
  /** A file that has all of these columns is such an export; of a list in it, one of them. */
  readonly signature: readonly (string | readonly string[])[];
  /** One of the names is written so: tells “Deal - Title” and “StageName” from anybody’s “deal_title” and “Stage name”. */
  readonly written?: RegExp;
  /** Tried before the names that any file may use; where several hold a value, the first of them is taken. */
  readonly names: Readonly<Partial<Record<F, readonly string[]>>>;
  /** Columns that mean something else in this program than their names do elsewhere. */
  readonly ignored?: readonly string[];
  /** What to say where the column of a needed field isn’t in the file: why, and what to do. */
  readonly missing?: Readonly<Partial<Record<F, string>>>;
}
