import type { RosterField } from '../columns/columns.ts';
import { learning } from '../learning.ts';
import type { CsvRecord } from '../reading/records.ts';
import { withoutHeadings } from './headings.ts';
import type { Table } from '../reading/table.ts';
import { readRows } from '../reading/table.ts';
import type { ImportOptions, Tally } from '../report.ts';
import { refuseShortened } from '../shortened-ids.ts';
import { goneCodesIn } from './status-codes.ts';
import { readRosterRow, rosterDateFields } from './roster-rows.ts';
import type { RosterRow } from './roster-rows.ts';

/**
 * Every row of a roster that can be read; the others are refused in the tally.
 * @param cellsByLine is filled with the cells of all rows, where somebody wants those that are refused
 * @throws UserError where a spreadsheet has shortened the ids: then no row can be trusted
 */
export async function rosterRowsIn(
  table: Table<RosterField>,
  tally: Tally,
  options: ImportOptions,
  cellsByLine: Map<number, readonly string[]>,
): Promise<RosterRow[]> {
  const rows: RosterRow[] = [];
  const { orders, batches } = learning(table, { dates: rosterDateFields }, options.dateOrder);
  const goneCodes = await goneCodesIn(table);
  const kept = options.onRefused === undefined ? batches : keeping(batches, cellsByLine);
  await readRows(
    { ...table, batches: kept },
    tally,
    (cells, line) => {
      refuseShortened([cells('id'), cells('rep_id'), cells('manager_id')]);
      return readRosterRow(cells, line, {
        orders,
        goneCodes,
        leaveBlank: (at, field, reason) => tally.leaveBlank(at, field, reason),
      });
    },
    (read) => void rows.push(...read),
  );
  return withoutHeadings(rows, tally);
}

async function* keeping(
  batches: AsyncIterable<readonly CsvRecord[]>,
  cellsByLine: Map<number, readonly string[]>,
): AsyncGenerator<readonly CsvRecord[]> {
  for await (const batch of batches) {
    for (const { line, cells } of batch) cellsByLine.set(line, cells);
    yield batch;
  }
}
