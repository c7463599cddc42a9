import type { RosterField } from '../columns/columns.ts';
import type { Table } from '../reading/table.ts';

/**
 * Letters by which HR programs say that somebody is gone: terminated (T, with pay U), inactive, deceased, retired (with pay Q). By
 * PeopleSoft’s field EMPL_STATUS, as UKG and ADP have it, too; A is active, L and P are on leave.
 */
const goneCodes = new Set(['T', 'U', 'I', 'D', 'R', 'Q']);

/**
 * Which cells of the column of statuses are such a code and say that somebody is gone: none, unless every cell is a single letter and
 * A is one of them. A T alone may be anything.
 */
export async function goneCodesIn(table: Table<RosterField>): Promise<ReadonlySet<string>> {
  const column = table.header.positions.get('status')?.[0];
  const found = new Set<string>();
  if (column === undefined) return found;
  for await (const batch of table.again())
    for (const { cells } of batch) {
      const status = (cells[column] ?? '').trim();
      if (status.length > 1) return new Set();
      if (status !== '') found.add(status);
    }
  return found.has('A') ? new Set([...found].filter((code) => goneCodes.has(code))) : new Set();
}
