import { UserError } from '../../errors.ts';
import { FileError } from '../file-error.ts';
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
  /** The rows once more, from the first. */
  again(): AsyncIterable<readonly CsvRecord[]>;
  /** How it was read, where that wasn’t plain: sentences. */
  readonly notes: readonly string[];
  /** Of the columns, as the file has them. */
  readonly names: readonly string[];
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
      const header = readHeader(
        kind,
        head.cells.map((cell) => cell.trim()),
        options.mapping ?? [],
        rest.slice(0, sampleRows).map(({ cells }) => cells),
      );
      const notes = header.preset === null ? [] : [`Read as a ${header.preset}.`];
      return {
        header,
        batches: following(rest, records),
        again: () => withoutHead(source),
        notes,
        names: head.cells,
      };
    } catch (error) {
      await records.return(undefined);
      throw error;
    }
  }
}

async function* withoutHead(source: Source): AsyncGenerator<readonly CsvRecord[]> {
  let isFirst = true;
  for await (const batch of readRecords(source)) {
    yield isFirst ? batch.slice(1) : batch;
    isFirst = isFirst && batch.length === 0;
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
 * @throws FileError as `read` does
 */
export async function readRows<F extends string, Row>(
  table: Table<F>,
  tally: Tally,
  read: (cells: Cells<F>, line: number) => Row,
  take: (rows: Row[]) => Promise<void> | void,
  { onRefused }: Pick<ImportOptions, 'onRefused'> = {},
): Promise<void> {
  for await (const batch of table.batches) {
    const rows: Row[] = [];
    for (const record of batch) {
      tally.rows += 1;
      try {
        rows.push(read(cellsOf(table.header, record), record.line));
      } catch (error) {
        if (!(error instanceof UserError) || error instanceof FileError) throw error;
        const { line, cells } = record;
        tally.refuse(line, error.message);
        onRefused?.({ line, reason: error.message, cells, names: table.names });
      }
    }
    if (rows.length > 0) await take(rows);
  }
}
