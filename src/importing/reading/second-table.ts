import type { TableKind } from '../columns/columns.ts';
import { namesColumns } from './header-row.ts';
import type { CsvRecord } from './records.ts';
import { filledIn, holdsData } from './shapes.ts';
import type { Strangers } from './short-rows.ts';

interface Other {
  readonly line: number;
  readonly names: readonly string[];
  rows: number;
}

/** Notices where another table begins under the first: its rows must not be taken for rows of the first. */
export class SecondTable {
  private readonly known: ReadonlySet<string>;
  /** Lengths and first letters of the known names: nearly every cell is told from them by these. */
  private readonly shapes: ReadonlySet<number>;
  private readonly isHeader: (cells: readonly string[]) => boolean;
  private readonly isRow: (cells: readonly string[]) => boolean;
  private readonly anchors: readonly number[];
  private readonly strangers: Strangers;
  /** The first row is one, whatever it looks like. */
  isFirst = true;
  /** After a blank line, words side by side: what comes next tells whether they are a row. */
  private held: CsvRecord | undefined;

  /**
   * @param anchors columns of which every row of data has one filled in
   * @param needed groups of columns, of each of which a row needs one
   * @param strangers how many cells of a row look like nothing in their columns
   */
  constructor(
    kind: Pick<TableKind<string>, 'fields' | 'required' | 'presets'>,
    names: readonly string[],
    anchors: readonly number[],
    needed: readonly (readonly number[])[],
    strangers: Strangers,
  ) {
    this.anchors = anchors;
    this.strangers = strangers;
    this.known = new Set(
      [...names, ...Object.values(kind.fields).flatMap((field) => field.names)].map((name) =>
        name.trim().toLowerCase(),
      ),
    );
    this.shapes = new Set([...this.known].map((name) => shapeOf(name, name.charCodeAt(0))));
    this.isHeader = (cells) => namesColumns(kind as TableKind<string>, cells);
    this.isRow = (cells) =>
      needed.every((columns) => columns.length === 0 || columns.some((column) => (cells[column] ?? '').trim() !== ''));
  }

  get isOpen(): boolean {
    return this.held !== undefined;
  }

  /** Cheap: might this be another header? */
  mayBegin(cells: readonly string[]): boolean {
    for (const column of this.anchors) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      const first = cell.charCodeAt(0);
      // The small letter of an ASCII capital; of other letters none is asked for by its shape alone.
      const small = first >= 65 && first <= 90 ? first + 32 : first;
      if ((small > 127 || this.shapes.has(shapeOf(cell, small))) && this.known.has(cell.toLowerCase())) return true;
    }
    return false;
  }

  /** @param isAfterGap blank lines stand before it */
  beginsWith(record: CsvRecord, isAfterGap: boolean): Other | undefined {
    if (this.isFirst) {
      this.isFirst = false;
      return undefined;
    }
    const { cells, line } = record;
    const { held } = this;
    if (
      held !== undefined &&
      line === held.line + 1 &&
      filledIn(cells) === filledIn(held.cells) &&
      (!this.isRow(cells) || this.strangers(cells) > 0)
    ) {
      this.held = undefined;
      return { line: held.line, names: namesIn(held.cells), rows: 1 };
    }
    if ((isAfterGap || this.mayBegin(cells)) && this.isHeader(cells)) return { line, names: namesIn(cells), rows: 0 };
    return undefined;
  }

  /** A row that was held and is one. Holds nothing any more. */
  release(): CsvRecord | undefined {
    const { held } = this;
    this.held = undefined;
    return held;
  }

  /** Holds what may be the header of another table until the next line tells. */
  hold(record: CsvRecord): boolean {
    const filled = filledIn(record.cells);
    const isPacked = record.cells.slice(0, filled).every((cell) => cell.trim() !== '');
    if (filled < 2 || !isPacked || holdsData(record.cells)) return false;
    this.held = record;
    return true;
  }

  end(): CsvRecord | undefined {
    return this.release();
  }
}

function shapeOf(name: string, first: number): number {
  return name.length * 128 + (first & 127);
}

function namesIn(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
