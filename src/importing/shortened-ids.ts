import { FileError } from './file-error.ts';
import type { Table } from './reading/table.ts';
import { isShortenedNumber } from './values/ids.ts';

/**
 * Spreadsheets show long numbers as 1.23457E+11, and save them so: two ids may be one by then.
 * @throws FileError if one of the ids is such a number
 */
export function refuseShortened(ids: readonly string[]): void {
  const shortened = ids.find((id) => id !== '' && isShortenedNumber(id));
  if (shortened === undefined) return;
  throw new FileError(
    `A spreadsheet has shortened the ids: “${shortened}” stands for several. Nothing was stored. ` +
      'Export again and don’t save the file in Excel, or format the column as text before you save it.',
  );
}

/**
 * Looks through all ids of a file before its first row is stored, where the file holds any number that is written so.
 * @throws FileError if one of the ids is shortened
 */
export async function refuseShortenedIds<F extends string>(table: Table<F>, field: F): Promise<void> {
  const position = table.header.positions.get(field)?.[0];
  if (position === undefined || !table.mayHoldExponents) return;
  for await (const batch of table.again()) refuseShortened(batch.map(({ cells }) => cells[position]?.trim() ?? ''));
}
