/** What stands around the rows of a file, and in cells that say nothing. */
import type { LocalDate } from '../../../src/time/zoned.ts';
import type { Chance } from './chance.ts';
import { serialOf } from './days.ts';
import type { DayStyle } from './days.ts';
import type { Cell } from './file.ts';
import type { Tongue } from './tongues.ts';

export interface Column<Row> {
  readonly name: string;
  /** The field that must read it; null of one that nothing may read. */
  readonly field: string | null;
  cell(row: Row): Cell;
}

export interface LaidOut {
  readonly rows: readonly (readonly Cell[])[];
  /** Lines above the header and sums below. */
  readonly linesAbove: number;
  readonly totals: number;
  readonly unread: readonly string[];
  /** The name of the column by field. */
  readonly columns: Readonly<Record<string, string>>;
}

/** A cell without a value: empty, or a word for it. */
export function nothing(chance: Chance, words: readonly string[]): string {
  return chance.percent(60) ? '' : chance.pick(words);
}

/** A day as the file writes it; a workbook may hold it as a number. */
export function dayCell(day: LocalDate, style: DayStyle, isNumber: boolean): Cell {
  return isNumber ? { serial: serialOf(day) } : style(day);
}

/** @param sum makes a row of totals, of the columns as they stand; undefined where there is none */
export function layOut<Row>(
  chance: Chance,
  tongue: Tongue,
  columns: readonly Column<Row>[],
  data: readonly Row[],
  sum: (columns: readonly Column<Row>[]) => Cell[] | undefined,
): LaidOut {
  const order = chance.shuffled(columns);
  const titles = chance.percent(30) ? chance.shuffled(tongue.titles).slice(0, chance.between(1, 2)) : [];
  const isPadded = chance.percent(50);
  const blank: Cell[] = isPadded ? order.map(() => '') : [''];
  const padded = (text: string): Cell[] => (isPadded ? order.map((_, at) => (at === 0 ? text : '')) : [text]);
  const body = data.flatMap((row) => {
    const cells = order.map((column) => column.cell(row));
    return chance.percent(4) ? [cells, blank] : [cells];
  });
  const total = chance.percent(30) ? sum(order) : undefined;
  const above = titles.map(padded);
  return {
    rows: [
      ...above,
      ...(above.length > 0 && chance.percent(60) ? [blank] : []),
      order.map(({ name }) => name),
      ...body,
      ...(total === undefined ? [] : [...(chance.percent(50) ? [blank] : []), total]),
    ],
    linesAbove: above.length,
    totals: total === undefined ? 0 : 1,
    unread: order.flatMap(({ name, field }) => (field === null ? [name] : [])),
    columns: Object.fromEntries(order.flatMap(({ name, field }) => (field === null ? [] : [[field, name]]))),
  };
}
