import { UserError } from '../../errors.ts';
import { nearest } from './nearest.ts';
import type { TableKind } from './columns.ts';

/** Where each field stands: the positions of its columns, the preferred first. */
export interface Header<F extends string> {
  readonly width: number;
  readonly positions: ReadonlyMap<F, readonly number[]>;
  /** The first column of each field, by its name in the file. */
  readonly columns: Readonly<Record<string, string>>;
  /** The known export that it is; null where the columns were found one by one. */
  readonly preset: string | null;
}

/**
 * Finds the fields in the names of the columns.
 * @param mapping `column=field`, which goes before what the names say
 * @throws UserError for a mapping that names no column or no field, for a column that is there twice, and for a missing one, with
 *   what was found, what is wanted and the mapping to try
 */
export function readHeader<F extends string>(
  kind: TableKind<F>,
  cells: readonly string[],
  mapping: readonly string[],
): Header<F> {
  const fieldIds = Object.keys(kind.fields) as F[];
  const mapped = readMapping(kind, cells, mapping);
  const taken = new Set(mapped.values());
  const preset = kind.presets?.find(({ signature }) => signature.every((name) => columnsNamed(cells, name).length > 0));
  const positions = new Map<F, number[]>();
  for (const field of fieldIds) {
    const position = mapped.get(field);
    if (position !== undefined) {
      positions.set(field, [position]);
      continue;
    }
    const names = [...(preset?.names[field] ?? []), ...kind.fields[field].names];
    const found = names.flatMap((name) => columnsNamed(cells, name));
    const free = [...new Set(found)].filter((column) => !taken.has(column));
    if (free.length > 0) positions.set(field, free);
  }
  refuseTwins(cells, positions);
  refuseMissing(kind, cells, positions);
  const columns = Object.fromEntries([...positions].map(([field, [first]]) => [field, cells[first ?? 0] ?? '']));
  return { width: cells.length, positions, columns, preset: preset?.name ?? null };
}

function readMapping<F extends string>(
  kind: TableKind<F>,
  cells: readonly string[],
  mapping: readonly string[],
): Map<F, number> {
  const mapped = new Map<F, number>();
  for (const entry of mapping) {
    const separator = entry.lastIndexOf('=');
    if (separator < 1)
      throw new UserError(`“${entry}” maps nothing. Write it as column=field, e.g. --map "Rep name=name".`, {
        typed: entry,
      });
    const column = entry.slice(0, separator).trim();
    const field = entry.slice(separator + 1).trim();
    if (!isField(kind, field))
      throw new UserError(`There is no field “${field}”. The fields are: ${Object.keys(kind.fields).join(', ')}.`, {
        typed: entry,
      });
    if (mapped.has(field)) throw new UserError(`Two columns are mapped to “${field}”. Keep one of the two --map.`);
    const exact = cells.indexOf(column);
    const position = exact >= 0 ? exact : columnsNamed(cells, column)[0];
    if (position === undefined)
      throw new UserError(`There is no column “${column}”. The columns found are: ${listColumns(cells)}.`, {
        typed: entry,
      });
    mapped.set(field, position);
  }
  return mapped;
}

function isField<F extends string>(kind: TableKind<F>, text: string): text is F {
  return Object.hasOwn(kind.fields, text);
}

function refuseTwins(cells: readonly string[], positions: ReadonlyMap<string, readonly number[]>): void {
  for (const columns of positions.values()) {
    const names = columns.map((column) => comparable(cells[column] ?? ''));
    const twin = columns.find((_, index) => names.indexOf(names[index] ?? '') !== index);
    if (twin === undefined) continue;
    const name = cells[twin] ?? '';
    throw new UserError(`The column “${name}” is there twice. Rename or remove one of the two, and import again.`);
  }
}

function refuseMissing<F extends string>(
  kind: TableKind<F>,
  cells: readonly string[],
  positions: ReadonlyMap<F, readonly number[]>,
): void {
  const missing = kind.required.filter((group) => !group.some((field) => positions.has(field)));
  if (missing.length === 0) return;
  const used = new Set([...positions.values()].flat());
  const unused = cells.filter((name, column) => name !== '' && !used.has(column));
  const tries = missing.map((group) => {
    const field = group[0] as F;
    const guess = nearest(field, unused) ?? unused[0] ?? 'COLUMN';
    unused.splice(unused.indexOf(guess), 1);
    return `--map "${guess}=${field}"`;
  });
  const labels = missing.map((group) => group.map((field) => kind.fields[field].label).join(' or '));
  throw new UserError(
    `There is no column for ${labels.join(', and none for ')}. Columns found: ${listColumns(cells)}. ` +
      `Fields wanted: ${Object.keys(kind.fields).join(', ')}. Say which column it is, e.g. ${tries.join(' ')}.`,
  );
}

function listColumns(cells: readonly string[]): string {
  const named = cells.filter((cell) => cell !== '');
  const shown = named.slice(0, 40).map((cell) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell));
  return shown.length === 0
    ? '(none)'
    : shown.join(', ') + (named.length > 40 ? `, and ${named.length - 40} more` : '');
}

function columnsNamed(cells: readonly string[], name: string): number[] {
  const wanted = comparable(name);
  return wanted === '' ? [] : cells.flatMap((cell, column) => (comparable(cell) === wanted ? [column] : []));
}

function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
