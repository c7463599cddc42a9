import { rereadable } from './bytes.ts';
import type { Source } from './bytes.ts';
import { containerOf } from './containers.ts';
import { openCsv } from './csv-sheet.ts';
import type { CsvRecord } from './records.ts';
import { tidied } from './tidy-cells.ts';

/** Rows of cells, wherever they come from. */
export interface Sheet {
  /**
   * Rows batch by batch, blank lines left out; may be called several times.
   * @param onBytes called with how many bytes of the file have been read so far
   */
  records(onBytes?: (bytes: number) => void): AsyncGenerator<CsvRecord[]>;
  /** How it was read, where that wasn't plain: sentences. */
  readonly notes: readonly string[];
  /** May a cell hold a number such as 1.23457E+11? */
  readonly mayHoldExponents: boolean;
}

export interface SheetOptions {
  /** The encoding of a CSV file, where it can't be found out. */
  readonly encoding?: string;
  /** The sheet of a spreadsheet, by its name or its number. */
  readonly sheet?: string;
}

/**
 * Opens CSV in any encoding, or a spreadsheet of Excel; what it is, its bytes say, whatever it is called.
 * @throws UserError for a file that is something else, with what to do; for what is no CSV; and for an unknown sheet or encoding
 */
export async function openSheet(source: Source, options: SheetOptions = {}): Promise<Sheet> {
  const bytes = await rereadable(source);
  if ((await containerOf(bytes)) === 'workbook') {
    // The reader of workbooks is large: whoever brings none needn't wait for it.
    const { openWorkbook } = await import('./workbook/open-workbook.ts');
    return tidied(await openWorkbook(bytes, options.sheet));
  }
  const sheet = tidied(await openCsv(bytes, options.encoding));
  if (options.sheet === undefined) return sheet;
  return { ...sheet, notes: [...sheet.notes, 'This file has no sheets to choose from: --sheet was passed over.'] };
}
