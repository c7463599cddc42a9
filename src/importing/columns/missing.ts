import { UserError } from '../../errors.ts';
import type { Found } from './found.ts';
import { columnToTry } from './hints.ts';
import { listColumns } from './named.ts';
import type { Preset } from './presets/preset.ts';
import type { TableKind } from './table-kind.ts';

/**
 * @throws UserError for a column that is needed and isn’t there: what to do in the program that wrote the file, or the columns found,
 *   those needed and a mapping to try, where one fits
 */
export function refuseMissing<F extends string>(
  kind: TableKind<F>,
  found: Found<F>,
  preset: Preset<F> | undefined,
): void {
  const { names, positions } = found;
  const missing = kind.required.filter((group) => !group.some((field) => positions.has(field)));
  if (missing.length === 0) return;
  const known = missing.flatMap((group) => group.flatMap((field) => preset?.missing?.[field] ?? []));
  if (known.length === missing.length) throw new UserError(known.join(' '));
  const labels = missing.map((group) => group.map((field) => kind.fields[field].label).join(' or '));
  throw new UserError(
    `There is no column for ${labels.join(', and none for ')}. Columns found: ${listColumns(names.cells)}. ` +
      `Needed: ${kind.required.map((group) => group.join(' or ')).join(', ')}. ${halfOfAName(kind, found, missing)}` +
      whatToMap(kind, found, missing),
  );
}

function whatToMap<F extends string>(kind: TableKind<F>, found: Found<F>, missing: readonly (readonly F[])[]): string {
  const used = new Set([...found.positions.values()].flat());
  const unused = found.names.cells.flatMap((name, column) => (name === '' || used.has(column) ? [] : [column]));
  const tries: string[] = [];
  const wanted: string[] = [];
  for (const group of missing) {
    const guess = group
      .map((field) => ({
        field,
        column: columnToTry(field, kind.fields[field].names, unused, found.names, found.sample),
      }))
      .find(({ column }) => column !== undefined);
    if (guess?.column === undefined)
      wanted.push(
        ...group
          .slice(0, 1)
          .map(
            (field) =>
              `--map "COLUMN=${field}" with a column of ${kind.fields[field].needed ?? kind.fields[field].label}`,
          ),
      );
    else {
      tries.push(`--map "${found.names.cells[guess.column] ?? ''}=${guess.field}"`);
      unused.splice(unused.indexOf(guess.column), 1);
    }
  }
  const sentences = [
    tries.length > 0 ? `Say which column it is, e.g. ${tries.join(' ')}.` : '',
    wanted.length > 0 ? `If the file has it under another name, say ${wanted.join(', and ')}.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** A last name alone is nobody’s name. */
function halfOfAName<F extends string>(
  kind: TableKind<F>,
  { names, positions }: Found<F>,
  missing: readonly (readonly F[])[],
): string {
  const parts = missing.flat().flatMap((field) => kind.fields[field].parts ?? []);
  const half = parts.map((field) => positions.get(field)?.[0]).find((column) => column !== undefined);
  return half === undefined
    ? ''
    : `“${names.cells[half] ?? ''}” is half of a name: add the column with the other half, and export again. `;
}
