import { UserError } from '../../errors.ts';
import type { Header } from '../columns/header.ts';
import type { CsvRecord } from './records.ts';

/** A row by its fields: each cell cleaned, '' where it is blank or the file has no such column. */
export type Cells<F extends string> = (field: F) => string;

const mostCharacters = 500;
const noPositions: readonly number[] = [];

/**
 * @throws UserError for a row that has fewer or more cells than the header. The cell's own errors come when it is read.
 */
export function cellsOf<F extends string>(header: Header<F>, record: CsvRecord): Cells<F> {
  const { cells } = record;
  const isExact = cells.length === header.width;
  if (!isExact && (cells.length < header.width || cells.slice(header.width).some((cell) => cell !== '')))
    throw new UserError(
      `${cells.length} cells where the header has ${header.width}. Look for a missing or extra delimiter, or a cell that needs quotes.`,
    );
  const hasJoined = header.joined.size > 0;
  return (field) => {
    if (hasJoined && header.joined.has(field)) return joinedCell(header, cells, field);
    for (const position of header.positions.get(field) ?? noPositions) {
      const cell = cells[position] ?? '';
      const cleaned = cell === '' ? '' : clean(cell, field);
      if (cleaned !== '') return cleaned;
    }
    return '';
  };
}

/** A name of which each column holds a part. */
function joinedCell<F extends string>(header: Header<F>, cells: readonly string[], field: F): string {
  const parts = (header.positions.get(field) ?? noPositions).map((position) => clean(cells[position] ?? '', field));
  return parts.filter((part) => part !== '').join(' ');
}

/** Anything but single ordinary spaces between visible characters. */
const clumsy = /^\s|\s$|\s\s|[^\S ]|\p{Cc}|\ufffd/u;

/** One line of text: line breaks, tabs and control characters become spaces. A formula is text like any other. */
function clean(cell: string, field: string): string {
  if (cell.length > mostCharacters)
    throw new UserError(`${field} has ${cell.length} characters; ${mostCharacters} is the most. Shorten it.`);
  if (!clumsy.test(cell)) return cell;
  if (cell.includes('\ufffd'))
    throw new UserError(
      `${field} holds characters that can’t be read. Save the file as “CSV UTF-8”, or say its encoding with --encoding, and import it again.`,
    );
  return cell.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
