/** Reports that are grouped: what a group’s rows have in common stands in a line above them, or in its first row only. */
import type { TableKind } from '../columns/columns.ts';
import { knownColumns } from '../columns/header.ts';
import type { CsvRecord } from './records.ts';
import { filledIn, shapeOfCell } from './shapes.ts';
import { isFurniture, isNumber, isSubtotal, isTotalLine } from './totals.ts';

/** `Opportunity Owner: Ada Quill (3 records)` */
export interface GroupLine {
  readonly label: string;
  readonly value: string;
  readonly isCounted: boolean;
}

const line = /^([^:：]{1,60}?)\s*[:：]\s*(\S.*?)\s*(\(\d[\d.,]*\s*[\p{L}. ]{0,20}\))?$/u;

/** The line of a group, where the row is nothing else: one cell of text, and at most sums beside it. */
export function groupLineOf(cells: readonly string[]): GroupLine | undefined {
  const texts = cells.filter((cell) => cell.trim() !== '' && !isNumber(cell));
  const [text] = texts;
  if (texts.length !== 1 || text === undefined) return undefined;
  const [, label = '', value = '', count] = line.exec(text.trim()) ?? [];
  return label === '' ? undefined : { label, value, isCounted: count !== undefined };
}

export interface GroupLabel {
  /** What the first of its lines says. */
  readonly first: string;
  /** It stands above the header, so that it holds from the first row on. */
  readonly isAbove: boolean;
}

/** How the rows of a file are grouped. */
export interface GroupPlan {
  /** Columns that stand in lines above the rows. */
  readonly labels: ReadonlyMap<string, GroupLabel>;
  /** Columns that are filled in the first row of a group only; outer ones first. */
  readonly filledDown: readonly number[];
}

/**
 * The names of columns that are lines above groups of rows. A line above the header counts, too, where it names a field.
 * @param names the columns of the header
 */
export function labelsIn<F extends string>(
  kind: TableKind<F>,
  above: readonly CsvRecord[],
  below: readonly CsvRecord[],
  names: readonly string[],
  mapping: readonly string[],
): Map<string, GroupLabel> {
  const taken = new Set(names.map((name) => name.trim().toLowerCase()));
  const labels = new Map<string, GroupLabel>();
  for (const [records, isAbove] of [[above, true] as const, [below, false] as const])
    for (const { cells } of records) {
      const found = groupLineOf(cells);
      // “Created on: 2026-11-20” above a report is its own day.
      if (
        found === undefined ||
        cells.some(isFurniture) ||
        taken.has(found.label.toLowerCase()) ||
        knownColumns(kind, [found.label], mapping) === 0
      )
        continue;
      if (isAbove && /^(?:all|any|my|none|alle|tou(?:s|tes)|todos|tutti)\b/i.test(found.value)) continue;
      if (isAbove || !labels.has(found.label)) labels.set(found.label, { first: found.value, isAbove });
    }
  return labels;
}

/** Arrows stand behind the names of the columns by which Salesforce groups. */
const arrow = /[↑↓▲▼]\s*$/u;

export function withoutArrow(name: string): string {
  return name.trim().replace(/\s*[↑↓▲▼]$/u, '');
}

/** Does the first column look as if it were filled in the first row of a group only? Then the whole file has to say whether it is. */
export function mayBeFilledDown(
  records: readonly CsvRecord[],
  names: readonly string[],
  anchors: readonly number[],
): boolean {
  return sparseColumns(records, names, anchors).length > 0;
}

/**
 * Columns at the left that are filled in the first row of each group only, where the file shows that it is grouped: by sums between
 * its rows, arrows in its header, rows that name nothing but the group, or text that stands once for each of several blocks. One blank cell in a file of rows shows nothing.
 */
export function filledDownIn(
  records: readonly CsvRecord[],
  names: readonly string[],
  anchors: readonly number[],
): number[] {
  const columns = sparseColumns(records, names, anchors);
  const arrows = columns.filter((column) => arrow.test(names[column] ?? ''));
  if (columns.length === 0) return [];
  if (sumsBetween(records, anchors) || isOutline(records, columns[0] ?? 0, anchors)) return columns;
  return arrows.length > 0 ? arrows : columns.slice(0, 1).filter((column) => isOncePerBlock(records, column, anchors));
}

/** So many rows at least show that a column is filled in once for several. */
const fewestInBlocks = 4;

/** As merged cells are saved: text in the first row of each block, nothing twice, and at least as many rows without as with it. */
function isOncePerBlock(records: readonly CsvRecord[], column: number, anchors: readonly number[]): boolean {
  const values = records.filter(({ cells }) => isData(cells, anchors)).map(({ cells }) => at(cells, column));
  const filled = values.filter((value) => value !== '');
  return (
    values.length >= fewestInBlocks &&
    values[0] !== '' &&
    filled.length >= 2 &&
    filled.length * 2 <= values.length &&
    new Set(filled).size === filled.length &&
    filled.every((value) => shapeOfCell(value) === 'text')
  );
}

function sparseColumns(records: readonly CsvRecord[], names: readonly string[], anchors: readonly number[]): number[] {
  const rows = records.filter(({ cells }) => isData(cells, anchors)).map(({ cells }) => cells);
  const columns: number[] = [];
  for (const [column, name] of names.entries()) {
    if (name.trim() === '' && rows.every((cells) => (cells[column] ?? '').trim() === '')) continue;
    if (anchors.includes(column) || !isSparse(rows, records, column, columns, anchors)) break;
    columns.push(column);
  }
  return columns;
}

function at(cells: readonly string[], column: number): string {
  return (cells[column] ?? '').trim();
}

/** Filled in somewhere, blank in a row after that, and never the same again right below. */
function isSparse(
  rows: readonly (readonly string[])[],
  records: readonly CsvRecord[],
  column: number,
  outer: readonly number[],
  anchors: readonly number[],
): boolean {
  const [first] = rows;
  if (first === undefined || rows.every((cells) => at(cells, column) !== '')) return false;
  const beginsFilled = at(first, column) !== '' || isOutline(records, column, anchors);
  let before = '';
  for (const cells of rows) {
    const value = at(cells, column);
    if (outer.some((index) => at(cells, index) !== '')) before = '';
    if (value !== '' && value === before) return false;
    before = value;
  }
  return beginsFilled;
}

/** A row for each group that names it, and rows of data that don’t: a pivot in outline form. */
function isOutline(records: readonly CsvRecord[], column: number, anchors: readonly number[]): boolean {
  let groups = 0;
  for (const { cells } of records) {
    const isNamed = (cells[column] ?? '').trim() !== '';
    if (isData(cells, anchors)) {
      if (isNamed || groups === 0) return false;
    } else if (isNamed && isGroupRow(cells, column)) groups += 1;
  }
  return groups > 0;
}

/** Nothing but the group’s name, and numbers. */
export function isGroupRow(cells: readonly string[], column: number): boolean {
  return (
    (cells[column] ?? '').trim() !== '' &&
    cells.every((cell, index) => index === column || cell.trim() === '' || isNumber(cell)) &&
    !isTotalLine(cells, [])
  );
}

function sumsBetween(records: readonly CsvRecord[], anchors: readonly number[]): boolean {
  let sums = 0;
  let isSubtotalled = false;
  let rowsBefore = 0;
  for (const { cells } of records) {
    if (isData(cells, anchors)) {
      if (sums > 0) return true;
      rowsBefore += 1;
    } else if (rowsBefore > 0 && isTotalLine(cells, anchors)) {
      sums += 1;
      isSubtotalled ||= isSubtotal(cells);
    }
  }
  return isSubtotalled;
}

function isData(cells: readonly string[], anchors: readonly number[]): boolean {
  return (
    anchors.some((column) => (cells[column] ?? '').trim() !== '') &&
    (filledIn(cells) > 1 || cells.length === 2) &&
    !isTotalLine(cells, anchors)
  );
}
