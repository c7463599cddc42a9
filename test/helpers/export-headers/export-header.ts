/** A header as a program writes it, its names apart by bars, and which column is read as what. */
export interface ExportHeader {
  readonly header: string;
  /** Rows, where they decide. */
  readonly rows?: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}
