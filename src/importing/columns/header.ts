import { findByNames } from './found.ts';
import type { Found } from './found.ts';
import { joinParts } from './joins.ts';
import { allKeys } from './known-names.ts';
import { mappedColumns, readMapping } from './mapping.ts';
import { refuseMissing } from './missing.ts';
import { columnsNamed, namesOf } from './named.ts';
import type { Names } from './named.ts';
import type { Preset } from './presets/preset.ts';
import type { TableKind } from './table-kind.ts';
import { refuseTwins } from './twins.ts';

/** Where each field stands: the positions of its columns, the preferred first. */
export interface Header<F extends string> {
  readonly width: number;
  readonly positions: ReadonlyMap<F, readonly number[]>;
  /** The first column of each field, by its name in the file; the names of all that are put together, “First name + Last name”. */
  readonly columns: Readonly<Record<string, string>>;
  /** The known export that it is; null where the columns were found one by one. */
  readonly preset: string | null;
  /** Fields whose cell is put together of their columns, in this order, with a space. Of the others the first that isn’t blank is taken. */
  readonly joined: ReadonlySet<F>;
  /** The names of all columns, as the file has them. */
  readonly names: readonly string[];
  /** Named columns that no field takes, as the file has them. */
  readonly unread: readonly string[];
  /** ISO 4217, where the name of the amount’s column says it: “amount_usd”, “Amount (EUR)”. */
  readonly currency: string | null;
}

/**
 * Finds the fields in the names of the columns, and where the names leave it open, in their cells.
 * @param mapping `column=field`, which goes before what the names say
 * @param sample the cells of the first rows
 * @throws UserError for a mapping that names no column or no field, for a column that is there twice with two contents, and for a
 *   missing one, with what was found, what is needed and the mapping to try
 */
export function readHeader<F extends string>(
  kind: TableKind<F>,
  cells: readonly string[],
  mapping: readonly string[],
  sample?: readonly (readonly string[])[],
): Header<F> {
  const names = namesOf(kind, cells);
  const mapped = readMapping(kind, names, mapping);
  const preset = kind.presets?.find((known) => isExport(known, names));
  const positions = new Map<F, readonly number[]>(mapped);
  const joined = new Set<F>([...mapped].filter(([, columns]) => columns.length > 1).map(([field]) => field));
  const found: Found<F> = { names, mapped, positions, joined, sample };
  findByNames(kind, found, preset);
  joinParts(kind, found);
  refuseTwins(found);
  refuseMissing(kind, found, preset);
  const used = new Set([...positions.values()].flat());
  const columns = Object.fromEntries(
    [...positions].map(([field, of]) => [field, calledIn(cells, of, joined.has(field))]),
  );
  return {
    width: cells.length,
    positions,
    columns,
    preset: preset?.name ?? null,
    joined,
    names: cells,
    unread: cells.filter((name, column) => name !== '' && !used.has(column)),
    currency: currencyOf(kind, found),
  };
}

/**
 * How many cells are names of known columns, or of mapped ones: tells a header from a title or a row. Nothing is refused here.
 */
export function knownColumns<F extends string>(
  kind: TableKind<F>,
  cells: readonly string[],
  mapping: readonly string[],
): number {
  const names = namesOf(kind, cells);
  const known = allKeys(kind);
  const found = new Set(mappedColumns(names, mapping));
  for (const [column, readings] of names.readings.entries())
    if (readings.some(({ key }) => known.has(key))) found.add(column);
  return found.size;
}

function isExport<F extends string>({ signature, written }: Preset<F>, names: Names): boolean {
  if (written !== undefined && !names.cells.some((cell) => written.test(cell))) return false;
  return signature.every((name) => [name].flat().some((one) => columnsNamed(names, one).length > 0));
}

function calledIn(cells: readonly string[], columns: readonly number[], isJoined: boolean): string {
  return (isJoined ? columns : columns.slice(0, 1)).map((column) => cells[column] ?? '').join(' + ');
}

function currencyOf<F extends string>(kind: TableKind<F>, { names, positions }: Found<F>): string | null {
  for (const [field, [column]] of positions)
    if (kind.fields[field].fit === 'amount' && column !== undefined)
      return names.readings[column]?.find(({ currency }) => currency !== undefined)?.currency ?? null;
  return null;
}
