/** How rows are laid out: in one column while they can be read from afar, in two or three where there are many. */

export const page = { left: 30, right: 770, top: 48, bottom: 350 } as const;

export interface Layout {
  readonly columns: number;
  /** Of one column, in units. */
  readonly width: number;
  readonly rowHeight: number;
  readonly rows: number;
  /** Of the type of names. */
  readonly size: number;
  /** From one week to the next. */
  readonly pitch: number;
  /** Of the first row. */
  readonly top: number;
}

const gap = 24;
/** Fewer columns first; a row lower than this can't be read. */
const choices = [
  { columns: 1, lowest: 21, widestPitch: 58 },
  { columns: 2, lowest: 17, widestPitch: 23 },
  { columns: 3, lowest: 12.5, widestPitch: 13.5 },
] as const;
const highest = 40;

/** How many lines fit at most. */
export const mostLines = 3 * Math.floor((page.bottom - page.top) / 12.5);

/** The layout for so many lines; `spare` lines may stay empty at the foot of columns. */
export function layoutFor(lines: number, weeks: number, spare = 0): Layout {
  const height = page.bottom - page.top;
  const choice = choices.find(({ columns, lowest }) => rowsFor(lines, columns, spare) * lowest <= height) ?? choices[2];
  const { columns, widestPitch } = choice;
  const rows = rowsFor(lines, columns, spare);
  const width = (page.right - page.left - (columns - 1) * gap) / columns;
  const rowHeight = Math.min(highest, height / rows);
  return {
    columns,
    width,
    rowHeight,
    rows,
    size: Math.min(22, Math.max(12, rowHeight * 0.66)),
    pitch: Math.min(widestPitch, (width * 0.63) / Math.max(1, weeks)),
    top: page.top + (height - rowHeight * rows) / 2,
  };
}

function rowsFor(lines: number, columns: number, spare: number): number {
  return Math.max(1, Math.ceil(lines / columns) + (columns > 1 ? spare : 0));
}

/** Where a column begins. */
export function columnLeft({ width }: Layout, column: number): number {
  return page.left + column * (width + gap);
}

/** Where its weeks begin. */
export function weeksLeft(layout: Layout, column: number, weeks: number): number {
  return columnLeft(layout, column) + layout.width - layout.pitch * weeks;
}
