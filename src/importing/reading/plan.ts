import type { GroupPlan } from './groups.ts';
import type { SecondTable } from './second-table.ts';
import { standsIn } from './shapes.ts';
import type { IsCut } from './short-rows.ts';
import { isNumber } from './totals.ts';

/** What is known of a table before its rows are read. */
export interface Plan {
  /** The cells of the header, as they stand in the file. */
  readonly names: readonly string[];
  /** The line of the header; 0 where there is none. */
  readonly headerLine: number;
  /** Under the header, and no row. */
  readonly explainingLine: number | undefined;
  /** Columns that some field takes. */
  readonly read: readonly number[];
  /** Columns of which every row of data has one filled in. */
  readonly anchors: readonly number[];
  readonly groups: GroupPlan;
  readonly isCut: IsCut;
  readonly secondTable: SecondTable;
}

/** May a line of one cell be a row? A heading stands at the left, and a sum is a number; anything else that is read misses something. */
export function mayBeRow(cells: readonly string[], { anchors, read }: Pick<Plan, 'anchors' | 'read'>): boolean {
  const text = cells.find((cell) => cell.trim() !== '') ?? '';
  const others = read.filter((column) => column > 0);
  return standsIn(cells, anchors) || (standsIn(cells, others) && !isNumber(text));
}
