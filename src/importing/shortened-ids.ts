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
 * Looks through all ids of a file before its first row is stored. Ids with letters in them aren’t shortened by anybody, so a file whose
 * first rows have such is not read for this.
 * @throws FileError if one of the ids is shortened
 */
export async function refuseShortenedIds<F extends string>(table: Table<F>, field: F): Promise<void> {
  const position = table.header.positions.get(field)?.[0];
  if (position === undefined) return;
  let isFirst = true;
  for await (const batch of table.again()) {
    const ids = batch.map(({ cells }) => cells[position]?.trim() ?? '');
    if (isFirst && !ids.some((id) => isNumberLike(id))) return;
    isFirst = isFirst && batch.length === 0;
    refuseShortened(ids);
  }
}

function isNumberLike(id: string): boolean {
  return /^[\d.,]+(?:E\+\d+)?$/i.test(id);
}
