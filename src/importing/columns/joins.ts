import type { Found } from './found.ts';
import type { TableKind } from './table-kind.ts';

/** The columns of first and last names become one field where no column holds both. */
export function joinParts<F extends string>(kind: TableKind<F>, found: Found<F>): void {
  for (const field of Object.keys(kind.fields) as F[]) {
    const { parts } = kind.fields[field];
    if (parts !== undefined && !found.mapped.has(field)) joinOne(field, parts, found);
  }
}

function joinOne<F extends string>(field: F, [first, last]: readonly [F, F], found: Found<F>): void {
  const { positions, names } = found;
  const full = positions.get(field)?.[0];
  const firstColumn = positions.get(first)?.[0];
  const lastColumn = positions.get(last)?.[0];
  if (firstColumn === undefined && lastColumn === undefined) return;
  if (full !== undefined && holdsFullNames(found, full, [firstColumn, lastColumn])) return;
  const columns = [firstColumn ?? full, lastColumn ?? full];
  if (columns.includes(undefined) || columns[0] === columns[1]) return;
  const inOrder = columns.filter((column) => column !== undefined);
  // In Japanese the family name comes first.
  const isFamilyFirst = inOrder.every((column) => /\p{Script=Han}/u.test(names.cells[column] ?? ''));
  positions.set(field, isFamilyFirst ? inOrder.toReversed() : inOrder);
  positions.delete(first);
  positions.delete(last);
  found.joined.add(field);
}

/**
 * Has the column both names, by half of its cells or more? “QUILL Ada” has, but doesn’t say which is which, as first and last name do.
 * Without rows to look at, a name is taken for a whole one.
 */
function holdsFullNames<F extends string>(
  { sample }: Found<F>,
  column: number,
  [first, last]: readonly (number | undefined)[],
): boolean {
  const rows = (sample ?? []).filter((cells) => (cells[column] ?? '').trim() !== '');
  if (rows.length === 0) return sample === undefined;
  const full = rows.filter((cells) => {
    const [name, given, family] = [column, first, last].map((of) =>
      of === undefined ? '' : (cells[of] ?? '').trim().toLowerCase(),
    ) as [string, string, string];
    if (given !== '' && family !== '' && name.startsWith(`${family} `) && name.includes(given)) return false;
    const rest = [given, family].reduce((left, half) => left.replace(half, ''), name);
    if (given !== '' && family !== '' && rest !== name) return name !== given && name !== family;
    return rest === name ? /\p{L}[,.]?\s+\p{L}/u.test(name) : /\p{L}/u.test(rest);
  });
  return full.length * 2 >= rows.length;
}
