import type { CsvRecord } from './records.ts';
import { shapeOfCell } from './shapes.ts';
import type { CellShape } from './shapes.ts';

/** How many of a row’s cells look like nothing that stands in their columns elsewhere. */
export type Strangers = (cells: readonly string[]) => number;

/**
 * What the columns of a table look like, by the rows before the first blank line: what comes behind it may be another table.
 * @param sample rows of data
 */
export function strangersIn(sample: readonly CsvRecord[], width: number): Strangers {
  const gap = sample.findIndex(({ line }, index) => index > 0 && line > (sample[index - 1]?.line ?? line) + 1);
  const block = gap < 2 ? sample : sample.slice(0, gap);
  const whole = block.filter(({ cells }) => cells.length >= width).map(({ cells }) => cells);
  const shapes = Array.from(
    { length: width },
    (_, column) => new Set<CellShape>(whole.map((cells) => shapeOfCell(cells[column] ?? ''))),
  );
  return (cells) =>
    cells.filter((cell, column) => {
      const shape = shapeOfCell(cell);
      return shape !== 'blank' && whole.length > 0 && shapes[column]?.has(shape) !== true;
    }).length;
}

/**
 * Some programs leave out the commas behind the last cell that is filled. Is this such a row? Then what it has must look like what
 * stands in its columns elsewhere, and no row of the file may write its last cell blank; else a separator is missing somewhere.
 */
export type IsCut = (cells: readonly string[]) => boolean;

/** @param sample rows of data */
export function cutRows(sample: readonly CsvRecord[], width: number, strangers: Strangers): IsCut {
  const whole = sample.filter(({ cells }) => cells.length >= width);
  if (whole.length === 0 || whole.some(({ cells }) => cells.slice(0, width).at(-1)?.trim() === '')) return () => false;
  return (cells) => cells.length > 1 && strangers(cells) === 0;
}
