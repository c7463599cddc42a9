import { UserError } from '../../errors.ts';
import type { TableKind } from '../columns/columns.ts';
import type { Header } from '../columns/header.ts';
import type { ImportOptions } from '../report.ts';
import type { Plan } from './plan.ts';
import type { GroupLabel } from './groups.ts';
import { filledDownIn, labelsIn, mayBeFilledDown, withoutArrow } from './groups.ts';
import { explainsColumns, findHeader, mostLinesAbove, namesColumns } from './header-row.ts';
import { namesWithGroups } from './header-lines.ts';
import { numberColumns } from './headerless.ts';
import type { CsvRecord } from './records.ts';
import { SecondTable } from './second-table.ts';
import { filledIn } from './shapes.ts';
import type { Sheet } from './sheet.ts';
import { cutRows, strangersIn } from './short-rows.ts';

/** So many rows tell where the header is and what the columns look like. */
const mostSampled = 300;
const mostCells = 50;

export interface PlannedTable<F extends string> {
  /** The names of the columns, those of groups behind the others. */
  readonly names: readonly string[];
  readonly mapping: readonly string[];
  /** Those of the line with the names, without groups. */
  readonly ownNames: readonly string[];
  /** As they were given, with what was kept for files with these columns. */
  readonly options: ImportOptions;
  /** The cells of the first rows. */
  readonly sample: readonly (readonly string[])[];
  /** The rest, once it is known which column is which. A plan serves one reading. */
  plan(header: Header<F>): { readonly notes: readonly string[]; readonly next: () => Promise<Plan> };
}

/**
 * Finds the header among the first rows, and how the table is laid out.
 * @throws UserError for an empty file, and one without a header whose columns aren't mapped
 */
export async function planTable<F extends string>(
  kind: TableKind<F>,
  sheet: Sheet,
  options: ImportOptions,
): Promise<PlannedTable<F>> {
  const records = await firstOf(sheet);
  if (records.length === 0)
    throw new UserError('The file is empty. Its first line must hold the names of the columns.');
  const used = (await options.withKept?.(records.slice(0, mostLinesAbove).map(({ cells }) => cells))) ?? options;
  const given = used.mapping ?? [];
  const at = options.noHeader === true ? undefined : findHeader(kind, records, given);
  const rows = at === undefined ? records : records.slice(at + 1);
  const found =
    at === undefined
      ? numberColumns(
          kind,
          rows.slice(0, mostCells).map(({ cells }) => cells),
          given,
        )
      : { names: namesWithGroups(records, at), mapping: given, notes: [] };
  const labels =
    at === undefined ? new Map<string, GroupLabel>() : labelsIn(kind, records.slice(0, at), rows, found.names, given);
  const above = (at ?? 0) - [...labels.values()].filter(({ isAbove }) => isAbove).length;
  const own = trimmedNames(found.names, rows);
  return {
    names: [...own.map(withoutArrow), ...labels.keys()],
    mapping: found.mapping,
    ownNames: own,
    options: used,
    sample: rows
      .slice(0, mostCells)
      .map(({ cells }) => [
        ...own.map((_, column) => cells[column] ?? ''),
        ...[...labels.values()].map(({ first }) => first),
      ]),
    plan(header) {
      const anchors = anchorsOf(kind, header);
      const [below] = rows;
      const explains =
        at !== undefined &&
        below !== undefined &&
        (explainsColumns(below.cells, anchors) || (!isSame(below.cells, own) && namesColumns(kind, below.cells)));
      const notes = explains ? [`Line ${below.line} explains the columns and was left out.`] : [];
      const filledDown = filledDownAnywhere(sheet, own, anchors, rows, records[at ?? 0]?.line ?? 0);
      const strangers = strangersIn(explains ? rows.slice(1) : rows, own.length);
      const next = async () => ({
        names: own,
        headerLine: at === undefined ? 0 : (records[at]?.line ?? 0),
        explainingLine: explains ? below.line : undefined,
        read: [...header.positions.values()].flat(),
        anchors,
        groups: { labels, filledDown: await filledDown },
        isCut: cutRows(rows, own.length, strangers),
        secondTable: new SecondTable(
          kind,
          own,
          anchors,
          kind.required.map((group) => group.flatMap((field) => header.positions.get(field) ?? [])),
          strangers,
        ),
      });
      return { notes: [...found.notes, ...noteAbove(above), ...notes], next };
    },
  };
}

function isSame(cells: readonly string[], names: readonly string[]): boolean {
  return names.every((name, column) => name.trim() === (cells[column] ?? '').trim());
}

async function firstOf(sheet: Sheet): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of sheet.records()) {
    records.push(...batch.filter(({ cells }) => filledIn(cells) > 0).slice(0, mostSampled));
    if (records.length >= mostSampled) break;
  }
  return records.slice(0, mostSampled);
}

/** Without the blank ones at the end that a title or a spreadsheet left there. */
function trimmedNames(names: readonly string[], rows: readonly CsvRecord[]): readonly string[] {
  let width = names.findLastIndex((name) => name.trim() !== '') + 1;
  for (const { cells } of rows) width = Math.max(width, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
  return names.slice(0, Math.min(names.length, width));
}

function anchorsOf<F extends string>(kind: TableKind<F>, header: Header<F>): number[] {
  const groups = kind.required.map((group) => group.flatMap((field) => header.positions.get(field)?.slice(0, 1) ?? []));
  return groups.find((columns) => columns.length > 0) ?? [0];
}

/** Whether blanks at the left mean what stands above them, the whole file is asked where the first rows let it seem so. */
async function filledDownAnywhere(
  sheet: Sheet,
  names: readonly string[],
  anchors: readonly number[],
  rows: readonly CsvRecord[],
  headerLine: number,
): Promise<readonly number[]> {
  if (!mayBeFilledDown(rows, names, anchors)) return [];
  if (rows.length < mostSampled - 50) return filledDownIn(rows, names, anchors);
  const all: CsvRecord[] = [];
  for await (const batch of sheet.records())
    for (const record of batch) if (record.line > headerLine && filledIn(record.cells) > 0) all.push(record);
  return filledDownIn(all, names, anchors);
}

function noteAbove(lines: number): string[] {
  if (lines <= 0) return [];
  return [`${lines} ${lines === 1 ? 'line' : 'lines'} above the header ${lines === 1 ? 'was' : 'were'} left out.`];
}
