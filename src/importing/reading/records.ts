/** The cells of one row of the file, as they stand there. */
export interface CsvRecord {
  /** Line of the file on which it begins; of a spreadsheet, its row. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** CR LF is one line break, which no parser’s own count knows. */
export function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}
