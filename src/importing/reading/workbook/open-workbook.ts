import { read } from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { UserError } from '../../../errors.ts';
import type { Bytes } from '../bytes.ts';
import type { CsvRecord } from '../records.ts';
import type { Sheet } from '../sheet.ts';
import { textOf } from './cell-text.ts';
import { filledBelow } from './merged.ts';
import { wantedParts } from './parts.ts';
import { chooseSheet } from './sheets.ts';

const mostColumns = 2_000;
const rowsPerBatch = 1_000;

/**
 * A workbook of Excel as a sheet: the first that is visible and has something in it, or the one that was named.
 * @throws UserError for what is no workbook, one that is locked or too big, and for an unknown sheet
 */
export async function openWorkbook(bytes: Bytes, named?: string): Promise<Sheet> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes()) pieces.push(piece);
  const whole = Buffer.concat(pieces);
  const parts = wantedParts(whole);
  const { index, notes } = chooseSheet(reading(parts.outline, {}), named);
  const workbook = reading(parts.whole, { sheets: index });
  const name = workbook.SheetNames[index] ?? '';
  const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
  if (sheet === undefined)
    throw new UserError(
      `The sheet “${name}” can’t be read. Open the file in Excel, save it as CSV UTF-8, and import that file.`,
    );
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return { records: (onBytes) => recordsOf(sheet, is1904, whole.length, onBytes), notes, mayHoldExponents: true };
}

function reading(parts: Buffer, options: { sheets?: number }): WorkBook {
  try {
    const common = { type: 'buffer', dense: true, cellNF: true, cellText: false, cellHTML: false } as const;
    return read(parts, { ...common, cellFormula: false, ...options });
  } catch {
    throw new UserError(
      'The spreadsheet can’t be read. Open it in Excel, save it as .xlsx or CSV UTF-8, and import that file.',
    );
  }
}

type Row = readonly (CellObject | undefined)[] | undefined;

async function* recordsOf(
  sheet: WorkSheet,
  is1904: boolean,
  size: number,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<CsvRecord[]> {
  const rows = (sheet['!data'] ?? []) as readonly Row[];
  // Rows without cells aren't there: a sheet may say that its last is the millionth.
  const lines = Object.keys(rows).map(Number);
  const merged = filledBelow(sheet);
  const width = Math.max(
    0,
    ...chunksOf(lines, 10_000).map((part) => Math.max(...part.map((line) => widthOf(rows[line])))),
  );
  if (width > mostColumns)
    throw new UserError(`The sheet has ${width} columns; ${mostColumns} is the most. Leave out what isn’t needed.`);
  let done = 0;
  for (const part of chunksOf(lines, rowsPerBatch)) {
    const batch: CsvRecord[] = [];
    for (const line of part) {
      const row = rows[line];
      const cells = Array.from({ length: width }, (_, column) => textOf(row?.[column], is1904));
      if (cells.every((cell) => cell.trim() === '')) continue;
      for (const [column, cell] of merged.get(line) ?? []) cells[column] ||= textOf(cell, is1904);
      batch.push({ line: line + 1, cells });
    }
    done += part.length;
    yield batch;
    onBytes?.(Math.round((size * done) / lines.length));
  }
}

function widthOf(row: Row): number {
  if (row === undefined) return 0;
  const last = row.findLastIndex((cell) => cell?.v !== undefined && cell.v !== '');
  return last + 1;
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
