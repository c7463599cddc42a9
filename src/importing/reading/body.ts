import type { GroupPlan } from './groups.ts';
import { Grouping } from './grouping.ts';
import type { CsvRecord } from './records.ts';
import type { SecondTable } from './second-table.ts';
import { filledIn } from './shapes.ts';
import type { IsCut } from './short-rows.ts';
import { isFurniture, isNumber, isTotal, isTotalLine } from './totals.ts';

/** What is known of a table before its rows are read. */
export interface Plan {
  /** The cells of the header, as they stand in the file. */
  readonly names: readonly string[];
  /** The line of the header; 0 where there is none. */
  readonly headerLine: number;
  /** Under the header, and no row. */
  readonly explainingLine: number | undefined;
  /** Columns of which every row of data has one filled in. */
  readonly anchors: readonly number[];
  readonly groups: GroupPlan;
  readonly isCut: IsCut;
  readonly secondTable: SecondTable;
}

/** What was left out, and why. */
export interface LeftOut {
  totals: number;
  repeatedHeaders: number;
  groups: number;
  cut: number;
  /** The line of another table, the names of its columns, and how many rows it has. */
  other: { readonly line: number; readonly names: readonly string[]; rows: number } | undefined;
}

/** The rows of data among the lines of a file: without what a report prints around and between them, groups written into each row. */
export class Body {
  readonly leftOut: LeftOut = { totals: 0, repeatedHeaders: 0, groups: 0, cut: 0, other: undefined };
  private readonly plan: Plan;
  private readonly width: number;
  private readonly grouping: Grouping;
  /** Lines of one cell: at the end of the file they are the report’s, elsewhere rows. */
  private tail: CsvRecord[] = [];
  /** The header, and what explains it. */
  private readonly lastAbove: number;
  private lastLine: number;
  private kept: CsvRecord[] = [];

  constructor(plan: Plan) {
    this.plan = plan;
    this.width = plan.names.length;
    this.grouping = new Grouping(plan.groups, plan.anchors);
    this.lastAbove = plan.explainingLine ?? plan.headerLine;
    this.lastLine = this.lastAbove;
  }

  take(records: readonly CsvRecord[]): readonly CsvRecord[] {
    this.kept = [];
    for (const record of records) {
      if (record.line <= this.lastAbove) continue;
      if (this.isPlain(record)) {
        this.kept.push(record);
        this.plan.secondTable.isFirst = false;
      } else this.weigh(record);
      this.lastLine = record.line;
    }
    return this.kept;
  }

  end(): readonly CsvRecord[] {
    this.kept = [];
    const isFooter = this.tail.some(({ cells }) => cells.some(isFurniture));
    if (isFooter) this.leftOut.totals += this.tail.length;
    else this.release();
    const held = this.plan.secondTable.end();
    if (held !== undefined) this.keep(held);
    return this.kept;
  }

  /** A row as nearly all are, told with little work. */
  private isPlain({ cells, line }: CsvRecord): boolean {
    if (
      this.leftOut.other !== undefined ||
      this.grouping.isGrouped ||
      this.tail.length > 0 ||
      line !== this.lastLine + 1 ||
      cells.length !== this.width
    )
      return false;
    const anchor = cells[this.plan.anchors[0] ?? 0];
    return (
      anchor !== undefined &&
      anchor !== '' &&
      !this.plan.secondTable.isOpen &&
      !this.plan.secondTable.mayBegin(cells) &&
      !isTotal(anchor) &&
      (cells[this.width - 1] !== '' || !isFurniture(anchor))
    );
  }

  private weigh(record: CsvRecord): void {
    const { plan, leftOut } = this;
    const { cells, line } = record;
    const filled = filledIn(cells);
    if (filled === 0) return;
    if (leftOut.other !== undefined) {
      leftOut.other.rows += 1;
      return;
    }
    if (plan.headerLine > 0 && this.repeatsHeader(cells)) {
      leftOut.repeatedHeaders += 1;
      return;
    }
    const isAfterGap = line > this.lastLine + 1 || this.tail.length > 0;
    const other = plan.secondTable.beginsWith(record, isAfterGap);
    if (other !== undefined) {
      leftOut.other = other;
      // What stands right above another table is its title.
      leftOut.totals += this.tail.length;
      this.tail = [];
      return;
    }
    const released = plan.secondTable.release();
    if (released !== undefined) this.keep(released);
    if (isAfterGap && !isTotalLine(cells, plan.anchors) && !cells.some(isFurniture) && plan.secondTable.hold(record))
      return;
    if (this.grouping.begins(cells)) leftOut.groups += 1;
    else if (this.isSum(cells)) leftOut.totals += 1;
    else if (this.isLone(cells, filled, isAfterGap)) this.tail.push(record);
    else {
      this.release();
      this.keep(record);
    }
  }

  private isSum(cells: readonly string[]): boolean {
    if (this.width === 1) return /\d/.test(cells[0] ?? '') && isTotal(cells[0] ?? '');
    if (isTotalLine(cells, this.plan.anchors)) return true;
    // Under the rows of a group stand sums without a word.
    return (
      this.grouping.isGrouped &&
      this.plan.anchors.every((column) => (cells[column] ?? '').trim() === '') &&
      cells.every((cell) => cell.trim() === '' || isNumber(cell))
    );
  }

  private isLone(cells: readonly string[], filled: number, isAfterGap: boolean): boolean {
    if (this.width === 1) return isAfterGap && cells.some(isFurniture);
    if (filled === 1) return this.width > 2 || (this.width > 1 && cells.some(isFurniture));
    return filled === 2 && this.width > 2 && isFurniture(cells.find((cell) => cell.trim() !== '') ?? '');
  }

  private release(): void {
    const lines = this.tail.filter(({ cells }) => !isTotalLine(cells, []));
    this.leftOut.totals += this.tail.length - lines.length;
    this.tail = [];
    for (const line of lines) this.keep(line);
  }

  private repeatsHeader(cells: readonly string[]): boolean {
    const { names } = this.plan;
    return (
      cells[0]?.trim() === names[0]?.trim() &&
      names.every((name, column) => name.trim() === (cells[column] ?? '').trim()) &&
      filledIn(cells.slice(names.length)) === 0
    );
  }

  private keep(record: CsvRecord): void {
    const { width, plan, leftOut } = this;
    const isShort = record.cells.length < width;
    const isCut = isShort && plan.isCut(record.cells);
    const isLong = record.cells.slice(width).some((cell) => cell.trim() !== '');
    if (isCut) leftOut.cut += 1;
    // Too few cells, or too many: it is refused by their number.
    if (isLong || (isShort && !isCut) || (!isCut && !this.grouping.isGrouped)) this.kept.push(record);
    else {
      const cells = Array.from({ length: width }, (_, column) => record.cells[column] ?? '');
      this.kept.push({ line: record.line, cells: this.grouping.filled(cells) });
    }
  }
}
