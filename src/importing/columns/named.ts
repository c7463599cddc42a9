import { comparable, readingsOf } from './comparable.ts';
import type { Reading } from './comparable.ts';
import { fieldKeys } from './known-names.ts';
import type { TableKind } from './table-kind.ts';

/** The names of a file's columns, with the ways to read each. */
export interface Names {
  readonly cells: readonly string[];
  readonly readings: readonly (readonly Reading[])[];
}

/** A name that is known as it stands isn’t read in a looser way: “User ID” is no “ID”. */
export function namesOf<F extends string>(kind: TableKind<F>, cells: readonly string[]): Names {
  const known = fieldKeys(kind);
  const readings = cells.map((cell) => {
    const all = readingsOf(cell, kind.prefixes);
    const first = all.findIndex(({ key }) => known.has(key));
    return first < 0 ? all : all.filter(({ key }, index) => index <= first || key === all[first]?.key);
  });
  return { cells, readings };
}

/**
 * The columns of that name; where one has it exactly, those that have it only with something around it are none.
 * @param isAmount whether a currency may stand beside it
 */
export function columnsNamed({ readings }: Names, name: string, isAmount = false): readonly number[] {
  const wanted = comparable(name);
  if (wanted === '') return [];
  let strictest = Infinity;
  let found: number[] = [];
  for (const [column, ways] of readings.entries()) {
    const rank = ways.findIndex(({ key, currency }) => key === wanted && (isAmount || currency === undefined));
    if (rank < 0 || rank > strictest) continue;
    if (rank < strictest) found = [];
    strictest = rank;
    found.push(column);
  }
  return found;
}

/** For a message: the first forty names, shortened. */
export function listColumns(cells: readonly string[]): string {
  const named = cells.filter((cell) => cell !== '');
  const shown = named.slice(0, 40).map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell));
  return shown.length === 0
    ? '(none)'
    : shown.join(', ') + (named.length > 40 ? `, and ${named.length - 40} more` : '');
}
