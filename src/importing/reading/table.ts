import { UserError } from '../../errors.ts';
import { FileError } from '../file-error.ts';
import type { TableKind } from '../columns/columns.ts';
import { readHeader } from '../columns/header.ts';
import type { Header } from '../columns/header.ts';
import { unreadNote } from '../columns/unread.ts';
import type { ImportOptions, Tally } from '../report.ts';
import { Body } from './body.ts';
import type { Plan } from './plan.ts';
import type { Source } from './bytes.ts';
import { cellsOf } from './cells.ts';
import type { Cells } from './cells.ts';
import { noteLeftOut, refuseOtherTable } from './left-out.ts';
import { planTable } from './plan-table.ts';
import type { CsvRecord } from './records.ts';
import { openSheet } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** A file whose header was understood; its rows come batch by batch. */
export interface Table<F extends string> {
  readonly header: Header<F>;
  /** The rows of data, without what a report prints around them. To be read once; what another table holds is refused in the tally. */
  readonly batches: AsyncIterable<readonly CsvRecord[]>;
  /** The rows once more, from the first. */
  again(): AsyncIterable<readonly CsvRecord[]>;
  /** How it was read, where that wasn't plain: sentences. What was left out is there once the rows were read. */
  readonly notes: readonly string[];
  /** The names of the columns, as the file has them. */
  readonly names: readonly string[];
  /** Those of the line with the names, without groups. */
  readonly ownNames: readonly string[];
  /** May a cell hold a number such as 1.23457E+11? */
  readonly mayHoldExponents: boolean;
  /** As they were given, with what was kept for files with these columns. */
  readonly options: ImportOptions;
}

/**
 * Opens a file of a kind: CSV in any encoding, or a spreadsheet of Excel. Titles above its header are passed over, groups are written
 * into their rows.
 * @throws UserError for an empty file, what is no table, and a header without the columns that are needed
 */
export async function openTable<F extends string>(
  kind: TableKind<F>,
  source: Source,
  options: ImportOptions,
  tally: Tally,
): Promise<Table<F>> {
  const { encoding, sheet: named } = options;
  const sheet = await openSheet(source, {
    ...(encoding !== undefined && { encoding }),
    ...(named !== undefined && { sheet: named }),
  });
  const planned = await planTable(kind, sheet, options);
  const { names, mapping, sample, ownNames } = planned;
  const header = readHeader(kind, names, mapping, sample);
  const unread = unreadNote(header, sample);
  if (unread !== null) tally.follows.push(unread);
  const { notes: planNotes, next } = planned.plan(header);
  const preset = header.preset === null ? [] : [`Read as a ${header.preset}.`];
  const notes = [...preset, ...sheet.notes, ...planNotes];
  return {
    header,
    batches: readOnce(sheet, await next(), notes, tally, (bytes) => options.onProgress?.({ bytes, rows: tally.rows })),
    again: () => readAgain(sheet, next),
    notes,
    names,
    mayHoldExponents: sheet.mayHoldExponents,
    ownNames,
    options: planned.options,
  };
}

async function* readOnce(
  sheet: Sheet,
  plan: Plan,
  notes: string[],
  tally: Tally,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly CsvRecord[]> {
  const body = new Body(plan);
  for await (const batch of sheet.records(onBytes)) yield body.take(batch);
  yield body.end();
  notes.push(...noteLeftOut(body.leftOut, plan));
  refuseOtherTable(body.leftOut, tally);
}

async function* readAgain(sheet: Sheet, next: () => Promise<Plan>): AsyncGenerator<readonly CsvRecord[]> {
  const body = new Body(await next());
  for await (const batch of sheet.records()) yield body.take(batch);
  yield body.end();
}

/**
 * Reads every row by `read`; one that it refuses is counted and written down, and the rest goes on.
 * @param take is given what was read, in the order of the file, a batch at a time
 * @throws FileError as `read` does
 */
export async function readRows<F extends string, Row>(
  table: Pick<Table<F>, 'header' | 'batches' | 'names'>,
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
