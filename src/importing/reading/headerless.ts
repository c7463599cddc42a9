import { UserError } from '../../errors.ts';
import { columnsByContent } from '../columns/by-content.ts';
import type { TableKind } from '../columns/columns.ts';

const mostShown = 12;

/** A file without a header: its columns are called 1, 2, 3 … */
export interface Numbered {
  readonly names: readonly string[];
  readonly mapping: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Names the columns of a file without a header by number, as they were mapped, or else by what is in them.
 * @throws UserError where that isn't sure, with the first row and what to give
 */
export function numberColumns<F extends string>(
  kind: TableKind<F>,
  sample: readonly (readonly string[])[],
  mapping: readonly string[],
): Numbered {
  const width = Math.max(...sample.map((cells) => cells.length));
  const names = Array.from({ length: width }, (_, index) => String(index + 1));
  if (mapping.length > 0) return { names, mapping, notes: [] };
  const found = columnsByContent(kind, sample);
  if (!found.isSure) {
    const needed = kind.required.map(([field], index) => `${index + 1}=${field}`);
    throw new UserError(asking(sample[0] ?? [], found.mapping.length > 0 ? found.mapping : needed));
  }
  const inOrder = found.mapping.toSorted((one, other) => parseInt(one, 10) - parseInt(other, 10));
  const read = inOrder.map((entry) => {
    const [column, field] = entry.split('=');
    return `column ${column} as ${field}`;
  });
  const note = `The file has no line with the names of its columns. Read by what is in them: ${read.join(', ')}. If that is wrong, say which is which with --map "1=name" and so on.`;
  return { names, mapping: found.mapping, notes: [note] };
}

function asking(cells: readonly string[], proposed: readonly string[]): string {
  const shown = cells.slice(0, mostShown).map((cell, index) => `${index + 1} “${cell.trim().slice(0, 40)}”`);
  const more = cells.length > mostShown ? `, and ${cells.length - mostShown} more` : '';
  const maps = proposed.map((entry) => `--map "${entry}"`);
  return `No line of the file holds the names of its columns. Its first row is: ${shown.join(', ')}${more}. Say what they are: --no-header ${maps.join(' ')}.`;
}
