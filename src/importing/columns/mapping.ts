import { UserError } from '../../errors.ts';
import { comparable } from './comparable.ts';
import { columnsNamed, listColumns } from './named.ts';
import type { Names } from './named.ts';
import type { TableKind } from './table-kind.ts';

/**
 * Which columns are said to be which fields, `column=field`. A column is named as in the file or by its number, a field by its own
 * name or by any that a column of it may have. Several columns may be put together to a name.
 * @throws UserError for what is no mapping, names no column or no field, and for two columns that can't be put together
 */
export function readMapping<F extends string>(
  kind: TableKind<F>,
  names: Names,
  mapping: readonly string[],
): Map<F, number[]> {
  const mapped = new Map<F, number[]>();
  for (const entry of mapping) {
    const separator = entry.lastIndexOf('=');
    if (separator < 1)
      throw new UserError(`“${entry}” maps nothing. Write it as column=field, e.g. --map "Rep name=name".`, {
        typed: entry,
      });
    const typed = entry.slice(separator + 1).trim();
    const field = fieldCalled(kind, typed);
    if (field === undefined)
      throw new UserError(`There is no field “${typed}”. The fields are: ${Object.keys(kind.fields).join(', ')}.`, {
        typed: entry,
      });
    const before = mapped.get(field) ?? [];
    if (before.length > 0 && kind.fields[field].isJoinable !== true)
      throw new UserError(`Two columns are mapped to “${field}”. Keep one of the two --map.`, { typed: entry });
    const column = entry.slice(0, separator).trim();
    const position = positionOf(names, column);
    if (position === undefined)
      throw new UserError(`There is no column “${column}”. The columns found are: ${listColumns(names.cells)}.`, {
        typed: entry,
      });
    if (!before.includes(position)) mapped.set(field, [...before, position]);
  }
  return mapped;
}

/** The columns that the mapping names, as far as they are there. */
export function mappedColumns(names: Names, mapping: readonly string[]): readonly number[] {
  return mapping.flatMap((entry) => namedPosition(names, entry.slice(0, entry.lastIndexOf('=')).trim()) ?? []);
}

/** The column that is named so, or has this number, from 0. */
export function positionOf(names: Names, column: string): number | undefined {
  const named = namedPosition(names, column);
  if (named !== undefined) return named;
  const number = /^\d{1,4}$/.test(column) ? Number(column) : 0;
  return number >= 1 && number <= names.cells.length ? number - 1 : undefined;
}

function namedPosition(names: Names, column: string): number | undefined {
  const exact = names.cells.indexOf(column);
  return exact >= 0 ? exact : columnsNamed(names, column)[0];
}

/** The field of this name, or of one that a column of it may have. */
export function fieldCalled<F extends string>(kind: TableKind<F>, typed: string): F | undefined {
  const wanted = comparable(typed);
  if (wanted === '') return undefined;
  const fields = Object.keys(kind.fields) as F[];
  const isMeant = (words: readonly string[]): boolean => words.some((word) => comparable(word) === wanted);
  return (
    fields.find((field) => isMeant([field, ...(kind.fields[field].aliases ?? [])])) ??
    fields.find((field) => isMeant(kind.fields[field].names))
  );
}
