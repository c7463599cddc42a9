import { groupLineOf, isGroupRow } from './groups.ts';
import type { GroupPlan } from './groups.ts';

/** Where in a grouped report the reading is: what the group of the next row says. */
export class Grouping {
  readonly isGrouped: boolean;
  private readonly filledDown: readonly number[];
  private readonly anchors: readonly number[];
  /** Of columns that are filled in the first row of a group only. */
  private readonly carried = new Map<number, string>();
  /** Of columns that stand in lines above the rows, by their names. */
  private readonly values: Map<string, string>;

  /** @param anchors columns of which every row of data has one filled in */
  constructor({ labels, filledDown }: GroupPlan, anchors: readonly number[]) {
    this.filledDown = filledDown;
    this.anchors = anchors;
    this.values = new Map([...labels].map(([label, { first, isAbove }]) => [label, isAbove ? first : '']));
    this.isGrouped = filledDown.length > 0 || labels.size > 0;
  }

  /** Is it a line that names a group? Then the rows below are of that group. */
  begins(cells: readonly string[]): boolean {
    const line = cells.length > 1 || this.isGrouped ? groupLineOf(cells) : undefined;
    if (line !== undefined) {
      const isOurs = this.values.has(line.label);
      if (isOurs) this.values.set(line.label, line.value);
      if (isOurs || line.isCounted) return true;
    }
    const column = this.filledDown.find((index) => isGroupRow(cells, index));
    if (column === undefined || this.anchors.some((anchor) => (cells[anchor] ?? '').trim() !== '')) return false;
    this.carry(column, cells[column] ?? '');
    return true;
  }

  /** The cells of a row with what its group says; columns of group lines stand behind the others. */
  filled(cells: readonly string[]): readonly string[] {
    if (!this.isGrouped) return cells;
    const own = cells.map((cell, column) => {
      if (!this.filledDown.includes(column)) return cell;
      if (cell.trim() !== '') this.carry(column, cell);
      return this.carried.get(column) ?? '';
    });
    return [...own, ...this.values.values()];
  }

  private carry(column: number, value: string): void {
    this.carried.set(column, value);
    for (const inner of this.filledDown.slice(this.filledDown.indexOf(column) + 1)) this.carried.delete(inner);
  }
}
