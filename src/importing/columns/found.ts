import { mayHold, telling } from './fits.ts';
import { columnsNamed } from './named.ts';
import type { Names } from './named.ts';
import type { Preset } from './presets/preset.ts';
import type { TableKind } from './table-kind.ts';

/** So many cells that are all something else say that a column isn’t what it is called. */
const fewestToDoubt = 3;

/** A file’s columns on their way to a header. */
export interface Found<F extends string> {
  readonly names: Names;
  readonly mapped: ReadonlyMap<F, readonly number[]>;
  readonly positions: Map<F, readonly number[]>;
  readonly joined: Set<F>;
  /** The cells of the first rows. */
  readonly sample: readonly (readonly string[])[] | undefined;
}

/** The cells of a column in the first rows; none where they aren’t known. */
function cellsOf<F extends string>({ sample = [] }: Found<F>, column: number): readonly string[] {
  return sample.map((cells) => cells[column] ?? '');
}

/**
 * Finds the columns of every field by their names, those of a known export first. A column that a mapping or an export takes for one
 * field isn’t taken by its name for another, and none is taken whose cells are something else.
 */
export function findByNames<F extends string>(
  kind: TableKind<F>,
  found: Found<F>,
  preset: Preset<F> | undefined,
): void {
  const { names, mapped, positions } = found;
  const fields = (Object.keys(kind.fields) as F[]).filter((field) => !mapped.has(field));
  const taken = new Set([...mapped.values()].flat());
  const misfits: { readonly field: F; readonly column: number }[] = [];

  /** One that is called as the field itself is the field’s, unless several cells say otherwise: a wrong one is told row by row. */
  function isHeldBy(field: F, column: number): boolean {
    const { fit, otherwise } = kind.fields[field];
    const cells = cellsOf(found, column);
    const isOwn = otherwise === undefined && columnsNamed(names, field).includes(column);
    return mayHold(fit, cells) || (isOwn && telling(cells).length < fewestToDoubt);
  }

  function add(field: F, called: readonly string[]): void {
    const { otherwise } = kind.fields[field];
    const before = positions.get(field) ?? [];
    const named = new Set(called.flatMap((name) => columnsNamed(names, name, kind.fields[field].fit === 'amount')));
    const free = [...named].filter((column) => !taken.has(column) && !before.includes(column));
    const fitting = free.filter((column) => isHeldBy(field, column));
    if (fitting.length > 0) positions.set(field, [...before, ...fitting]);
    if (otherwise === undefined) return;
    for (const column of free) if (!fitting.includes(column)) misfits.push({ field: otherwise, column });
  }

  for (const field of fields) add(field, preset?.names[field] ?? []);
  for (const column of [...positions.values()].flat()) taken.add(column);
  for (const name of preset?.ignored ?? []) for (const column of columnsNamed(names, name)) taken.add(column);
  for (const field of fields) add(field, kind.fields[field].names);
  for (const field of fields) if (!positions.has(field)) add(field, kind.fields[field].lastNames ?? []);
  for (const { field, column } of misfits)
    if (!positions.has(field) && !taken.has(column) && mayHold(kind.fields[field].fit, cellsOf(found, column)))
      positions.set(field, [column]);
  for (const field of fields) preferWords(kind, field, found);
}

/** An owner’s or a stage’s name goes before its id: both columns may be called “Owner”. */
function preferWords<F extends string>(kind: TableKind<F>, field: F, found: Found<F>): void {
  const { prefers } = kind.fields[field];
  const columns = found.positions.get(field) ?? [];
  if (prefers === undefined || columns.length < 2) return;
  const better = columns.filter((column) => mayHold(prefers, cellsOf(found, column)));
  found.positions.set(field, [...better, ...columns.filter((column) => !better.includes(column))]);
}
