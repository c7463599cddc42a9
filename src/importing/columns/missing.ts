import { UserError } from '../../errors.ts';
import type { Found } from './header.ts';
import { listColumns } from './named.ts';
import { nearest } from './nearest.ts';
import type { Preset } from './presets/preset.ts';
import type { TableKind } from './table-kind.ts';

/** @throws UserError for a column that is needed and isn’t there, with the columns found and the mapping to try. */
export function refuseMissing<F extends string>(
  kind: TableKind<F>,
  { names, positions }: Found<F>,
  preset: Preset<F> | undefined,
): void {
  const missing = kind.required.filter((group) => !group.some((field) => positions.has(field)));
  if (missing.length === 0) return;
  const known = missing.flatMap((group) => group.flatMap((field) => preset?.missing?.[field] ?? []));
  if (known.length > 0) throw new UserError(known.join(' '));
  const used = new Set([...positions.values()].flat());
  const unused = names.cells.filter((name, column) => name !== '' && !used.has(column));
  const tries = missing.flatMap((group) => {
    const field = group[0] as F;
    const guess = nearest(field, unused);
    return guess === undefined ? [] : [`--map "${guess}=${field}"`];
  });
  const labels = missing.map((group) => group.map((field) => kind.fields[field].label).join(' or '));
  throw new UserError(
    `There is no column for ${labels.join(', and none for ')}. Columns found: ${listColumns(names.cells)}. ` +
      `Needed: ${kind.required.map((group) => group.join(' or ')).join(', ')}. ` +
      `Say which column it is, e.g. ${tries.length > 0 ? tries.join(' ') : `--map "COLUMN=${missing[0]?.[0]}"`}.`,
  );
}
