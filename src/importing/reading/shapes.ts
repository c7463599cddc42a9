/** What a cell looks like, whatever its column means. */
import { isNumber } from './totals.ts';

const address = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;
const day = /^\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?(?:[T ].*)?$|^\d{1,2}[- .]\p{L}{3,9}\.?[- .]\d{2,4}$/u;

export type CellShape = 'blank' | 'address' | 'day' | 'number' | 'text';

export function shapeOfCell(cell: string): CellShape {
  const text = cell.trim();
  if (text === '') return 'blank';
  if (address.test(text)) return 'address';
  if (day.test(text)) return 'day';
  return isNumber(text) ? 'number' : 'text';
}

/** Nobody calls a column by an address, a day or a number. */
export function holdsData(cells: readonly string[]): boolean {
  return cells.some((cell) => !['blank', 'text'].includes(shapeOfCell(cell)));
}

export function filledIn(cells: readonly string[]): number {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== '') filled += 1;
  return filled;
}

/** Is one of these columns filled in? */
export function standsIn(cells: readonly string[], columns: readonly number[]): boolean {
  return columns.some((column) => (cells[column] ?? '').trim() !== '');
}
