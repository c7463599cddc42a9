import type { CsvRecord } from './records.ts';
import { shapeOfCell } from './shapes.ts';
import type { CellShape } from './shapes.ts';

/**
 * Some programs leave out the commas behind the last cell that is filled. Is this such a row? Then what it has must look like what
 * stands in its columns elsewhere, and no row of the file may write its last cell blank; else a separator is missing somewhere.
 */
export type IsCut = (cells: readonly string[]) => boolean;

/** @param sample rows of data */
export function cutRows(sample: readonly CsvRecord[], width: number): IsCut {
  const whole = sample.filter(({ cells }) => cells.length >= width).map(({ cells }) => cells);
  if (whole.length === 0 || whole.some((cells) => cells.slice(0, width).at(-1)?.trim() === '')) return () => false;
  const shapes = Array.from({ length: width }, (_, column) => {
    const found = new Set<CellShape>(whole.map((cells) => shapeOfCell(cells[column] ?? '')));
    return found;
  });
  return (cells) =>
    cells.length > 1 &&
    cells.every((cell, column) => {
      const shape = shapeOfCell(cell);
      return shape === 'blank' || shapes[column]?.has(shape) === true;
    });
}
