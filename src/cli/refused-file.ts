/** The rows of a file that were refused, as a file to correct and to give back. */
import { existsSync, writeFileSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { whyColumn } from '../importing/columns/saved-mappings.ts';
import type { RefusedRow } from '../importing/report.ts';
import type { Edge } from './edge.ts';

/** @throws UserError if the file is there already: what was corrected in it must not be lost */
export function refuseTaken(path: string): void {
  if (existsSync(path)) throw new UserError(`${path} is there already. Name another file with --refused, or move it.`);
}

/**
 * Writes CSV in UTF-8 with the columns of the file it came from, and one that says why.
 * @throws UserError if it can't be written, or is there already
 */
export function writeRefused(edge: Edge, path: string, rows: readonly RefusedRow[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const width = Math.max(first.names.length, ...rows.map(({ cells }) => cells.length));
  const names = [...first.names, ...Array.from({ length: width - first.names.length }, () => '')];
  const isGivenBack = first.names.includes(whyColumn);
  const at = isGivenBack ? first.names.indexOf(whyColumn) : width;
  const lines = [
    isGivenBack ? names : [...names, whyColumn],
    ...rows.map(({ cells, reason }) => {
      const row = Array.from({ length: width }, (_, index) => cells[index] ?? '');
      row[at] = reason;
      return row;
    }),
  ];
  // With a mark of UTF-8, which Excel wants to see.
  const text = `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new UserError(`${path} can’t be written. Name another file with --refused.`, { cause });
  }
  edge.output.write(
    `The refused ${rows.length === 1 ? 'row is' : 'rows are'} in ${path}: correct what the last column says, and import that file.\n`,
  );
}

function quoted(cell: string): string {
  return /[",\r\n;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
