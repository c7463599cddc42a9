/** The cells of one row of the file, as they stand there. */
export interface CsvRecord {
  /** Line of the file on which it begins; of a spreadsheet, its row. */
  readonly line: number;
  readonly cells: readonly string[];
}
