import { UserError } from '../../errors.ts';
import { cellsOf } from './cells.ts';
import type { Cells } from './cells.ts';
import type { TableKind } from '../columns/columns.ts';
import { readHeader } from '../columns/header.ts';
import type { Header } from '../columns/header.ts';
import { readRecords } from './records.ts';
import type { CsvRecord } from './records.ts';
import type { Source } from './bytes.ts';
import type { ImportOptions, Tally } from '../report.ts';

/** So many rows tell what a column holds. */
const sampleRows = 50;

/** A file whose header was understood; its rows come batch by batch. */
export interface Table<F extends string> {
  readonly header: Header<F>;
  readonly batches: AsyncIterable<readonly CsvRecord[]>;
  /** As they were given, with what was kept for files with these columns. */
  readonly options: ImportOptions;
}

/**
 * Opens a file of a kind.
 * @throws UserError for an empty file, what is no CSV, and a header without the columns that are needed
 */
export async function openTable<F extends string>(
  kind: TableKind<F>,
  source: Source,
  options: ImportOptions,
  tally: Tally,
): Promise<Table<F>> {
  const records = readRecords(source, (bytes) => options.onProgress?.({ bytes, rows: tally.rows }));
  for (;;) {
    const next = await records.next();
    if (next.done === true)
      throw new UserError('The file is empty. Its first line must hold the names of the columns.');
    const [head, ...rest] = next.value;
    if (head === undefined) continue;
    try {
      const names = head.cells.map((cell) => cell.trim());
      const used = (await options.withKept?.(names)) ?? options;
      const sample = rest.slice(0, sampleRows).map(({ cells }) => cells);
      const header = readHeader(kind, names, used.mapping ?? [], sample);
      return { header, batches: following(rest, records), options: used };
    } catch (error) {
      await records.return(undefined);
      throw error;
    }
  }
}

async function* following(
  first: readonly CsvRecord[],
  rest: AsyncIterable<readonly CsvRecord[]>,
): AsyncGenerator<readonly CsvRecord[]> {
  yield first;
  yield* rest;
}

/**
 * Reads every row by `read`; one that it refuses is counted and written down, and the rest goes on.
 * @param take is given what was read, in the order of the file, a batch at a time
 */
export async function readRows<F extends string, Row>(
  table: Table<F>,
  tally: Tally,
  read: (cells: Cells<F>, line: number) => Row,
  take: (rows: Row[]) => Promise<void> | void,
): Promise<void> {
  for await (const batch of table.batches) {
    const rows: Row[] = [];
    for (const record of batch) {
      tally.rows += 1;
      try {
        rows.push(read(cellsOf(table.header, record), record.line));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        tally.refuse(record.line, error.message);
      }
    }
    if (rows.length > 0) await take(rows);
  }
}
