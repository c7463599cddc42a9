/** Tables of made-up files, read whole. */
import { expect } from 'vitest';
import { deals, roster } from '../../src/importing/columns/columns.ts';
import { openTable } from '../../src/importing/reading/table.ts';
import { Tally } from '../../src/importing/report.ts';
import type { ImportOptions } from '../../src/importing/report.ts';
import { bytes } from './imports.ts';

const kinds = { roster, deals };

/** Everything that comes of a table, read twice: the second time gives the same rows. */
export async function read(kindName: 'roster' | 'deals', text: string, options: ImportOptions = {}) {
  const tally = new Tally();
  const kind = kinds[kindName] as typeof deals;
  const table = await openTable(kind, bytes(Buffer.from(text)), options, tally);
  const records = [];
  for await (const batch of table.batches) records.push(...batch);
  const again = [];
  for await (const batch of table.again()) again.push(...batch);
  expect(again).toEqual(records);
  return {
    names: table.names,
    lines: records.map(({ line }) => line),
    cells: records.map(({ cells }) => cells),
    notes: table.notes,
    refused: tally.refused,
  };
}
