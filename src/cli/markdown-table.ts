/** A table as the documents have it, its columns of one width. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(cell));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) => `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** The table of a document between its marks, as `oxfmt` leaves it. */
export function markedTable(marks: TableMarks, rows: readonly (readonly string[])[]): string {
  return [marks.begin, '', markdownTable(rows), '', marks.end].join('\n');
}

export interface TableMarks {
  readonly begin: string;
  readonly end: string;
}

/** What would end a cell is taken as text. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/gu, ' ');
}
