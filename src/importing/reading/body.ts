import { Grouping } from './grouping.ts';
import type { Plan } from './plan.ts';
import { mayBeRow } from './plan.ts';
import { lineBreaksIn } from './records.ts';
import type { CsvRecord } from './records.ts';
import { filledIn, standsIn } from './shapes.ts';
import { isFurniture, isNumber, isTotal, isTotalLine } from './totals.ts';

/** What was left out, and why. */
export interface LeftOut {
  totals: number;
  repeatedHeaders: number;
  groups: number;
  cut: number;
  /** What stands in lines of one cell that are no row: below the table, or where no row has its only cell. */
  remarks: string[];
  /** Lines that hold nothing in any column that is read: a record of which the row above is the first line. */
  continued: number;
  /** The line of another table, the names of its columns, and how many rows it has. */
  other: { readonly line: number; readonly names: readonly string[]; rows: number } | undefined;
}

/** The rows of data among the lines of a file: without what a report prints around and between them, groups written into each row. */
export class Body {
  readonly leftOut: LeftOut = {
    totals: 0,
    repeatedHeaders: 0,
    groups: 0,
    cut: 0,
    remarks: [],
    continued: 0,
    other: undefined,
  };
  private readonly plan: Plan;
  private readonly width: number;
  private readonly grouping: Grouping;
  /** Lines of one cell: at the end of the file they are the report’s, elsewhere rows. */
  private tail: CsvRecord[] = [];
  /** A blank line stands above them. */
  private isTailApart = false;
  /** The header, and what explains it. */
  private readonly lastAbove: number;
  private lastLine: number;
  private lastCells: readonly string[] = [];
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
      this.lastCells = record.cells;
    }
    return this.kept;
  }

  end(): readonly CsvRecord[] {
    this.kept = [];
    const isFooter = this.tail.some(({ cells }) => cells.some(isFurniture));
    if (isFooter) this.leftOut.totals += this.tail.length;
    else if (this.isTailApart) this.remark(this.tail);
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
    const isGap = line > this.lastLine + 1 && line > this.lastLine + 1 + lineBreaksIn(this.lastCells);
    const isAfterGap = isGap || this.tail.length > 0;
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
    else if (this.isLone(cells, filled, isAfterGap)) {
      if (this.tail.length === 0) this.isTailApart = isGap && this.lastLine > this.lastAbove;
      this.tail.push(record);
    } else if (!standsIn(cells, plan.read)) leftOut.continued += 1;
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
    const isRow = ({ cells }: CsvRecord) => mayBeRow(cells, this.plan);
    this.remark(lines.filter((line) => !isRow(line)));
    for (const line of lines.filter(isRow)) this.keep(line);
  }

  private remark(lines: readonly CsvRecord[]): void {
    for (const { cells } of lines) {
      const text = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
      if (isNumber(text)) this.leftOut.totals += 1;
      else this.leftOut.remarks.push(text);
    }
    if (lines === this.tail) this.tail = [];
  }

  private repeatsHeader(cells: readonly string[]): boolean {
    const { names } = this.plan;
    return (
      isSame(names[0] ?? '', cells[0]) &&
      names.every((name, column) => isSame(name, cells[column])) &&
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

function isSame(name: string, cell = ''): boolean {
  return name.trim().toLowerCase() === cell.trim().toLowerCase();
}
