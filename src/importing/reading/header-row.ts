import type { TableKind } from '../columns/columns.ts';
import { knownColumns } from '../columns/header.ts';
import { lowestHeader } from './header-lines.ts';
import type { CsvRecord } from './records.ts';
import { filledIn, holdsData, shapeOfCell } from './shapes.ts';

/** Titles and filters above a header are fewer. */
export const mostLinesAbove = 40;

/**
 * Which of the first rows holds the names of the columns; undefined where none looks like it and the first is a row of data.
 * @param records the first rows of the file, not empty
 */
export function findHeader<F extends string>(
  kind: TableKind<F>,
  records: readonly CsvRecord[],
  mapping: readonly string[],
): number | undefined {
  const named = mapping.filter((entry) => !/^\s*\d+\s*=/.test(entry));
  const rows = records.slice(0, mostLinesAbove).map(({ cells }) => {
    const filled = filledIn(cells);
    return {
      cells,
      filled,
      known:
        filled === 0
          ? 0
          : knownColumns(
              kind,
              cells.map((cell) => cell.trim()),
              named,
            ),
    };
  });
  const usual = Math.max(...records.slice(0, 2 * mostLinesAbove).map(({ cells }) => filledIn(cells)));
  const strong = rows.findIndex(
    ({ known, filled, cells }) => known >= 2 && known >= filled * 0.3 && (!holdsData(cells) || known >= filled * 0.6),
  );
  if (strong >= 0) return lowestHeader(kind, records, strong, named);
  const weak = rows.findIndex(
    ({ known, filled, cells }) =>
      known >= 1 && filled >= usual * 0.6 && !holdsData(cells) && (filled > 1 || usual === 1),
  );
  if (weak >= 0) return weak;
  const first = rows.findIndex(({ filled }) => filled >= usual * 0.6);
  return first >= 0 && holdsData(rows[first]?.cells ?? []) ? undefined : Math.max(0, first);
}

/** Names of columns once more, in another language or as a program calls them inside. */
export function namesColumns<F extends string>(kind: TableKind<F>, cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '');
  // A row of short or equal cells may be one of data: some programs call the country C.
  const telling = new Set(filled.filter((cell) => cell.length > 2));
  if (telling.size < 3 || telling.size < filled.length) return false;
  return !holdsData(cells) && knownColumns(kind, cells, []) >= Math.max(3, filled.length / 2);
}

/** What stands right under some headers: how the column is to be filled in, or in what it is counted. */
const explains =
  /^(?:[([{<].*[)\]}>]|%|days?|months?|years?|[A-Z]{3}|\p{Sc}|text|string|number|integer|decimal|date(?:time)?|boolean|currency|e-?mail|required|optional|mandatory|(?:yyyy|dd|mm|tt|jj|aaaa|jjjj)(?:[-/. ](?:yyyy|dd|mm|yy|tt|jj|jjjj|aaaa|aa)){1,2}|pflichtfeld|optional|obligatoire|facultatif|obligatorio|opcional)$/iu;
const surelyExplains =
  /^(?:[([{<].*[)\]}>]|text|string|number|integer|decimal|date(?:time)?|boolean|required|optional|mandatory|(?:yyyy|dd|mm|tt|jj|aaaa|jjjj)(?:[-/. ](?:yyyy|dd|mm|yy|tt|jj|jjjj|aaaa|aa)){1,2}|pflichtfeld|obligatoire|facultatif|obligatorio|opcional)$/iu;

/** Is it such a row? Every cell must look so, and one of them can be nothing else; or it has units alone, and no row of data has so few. */
export function explainsColumns(cells: readonly string[], anchors: readonly number[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0 || !filled.every((cell) => explains.test(cell))) return false;
  if (filled.some((cell) => surelyExplains.test(cell))) return true;
  return anchors.every((column) => shapeOfCell(cells[column] ?? '') === 'blank');
}
