import type { TableKind } from '../columns/columns.ts';
import { knownColumns } from '../columns/header.ts';
import type { CsvRecord } from './records.ts';
import { filledIn, holdsData } from './shapes.ts';

/**
 * Which line below the one that looks like the header is it: where two lines are, the upper one names groups of columns, such as
 * “Employee | | Manager |” over “Name | Email | Name | Email”, and the lower one more of the columns.
 */
export function lowestHeader<F extends string>(
  kind: TableKind<F>,
  records: readonly CsvRecord[],
  at: number,
  mapping: readonly string[],
): number {
  const upper = records[at]?.cells ?? [];
  const lower = records[at + 1];
  if (lower === undefined || lower.line !== (records[at]?.line ?? 0) + 1 || holdsData(lower.cells)) return at;
  if (filledIn(lower.cells) <= filledIn(upper)) return at;
  const known = knownColumns(kind, trimmed(lower.cells), mapping);
  return known >= 2 && known > knownColumns(kind, trimmed(upper), mapping) ? at + 1 : at;
}

/**
 * The names of the columns, with what a line right above them says: a name that stands there twice gets its group’s before it, a blank
 * one is the group’s.
 */
export function namesWithGroups(records: readonly CsvRecord[], at: number): readonly string[] {
  const names = records[at]?.cells ?? [];
  const above = records[at - 1];
  if (above === undefined || above.line !== (records[at]?.line ?? 0) - 1) return names;
  if (filledIn(above.cells) < 2 || filledIn(above.cells) > filledIn(names) || holdsData(above.cells)) return names;
  const own = trimmed(names);
  let group = '';
  return own.map((name, column) => {
    const over = (above.cells[column] ?? '').trim();
    if (over !== '') group = over;
    if (name === '') return over;
    return own.filter((other) => other === name).length > 1 && group !== '' ? `${group} ${name}` : name;
  });
}

function trimmed(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim());
}
