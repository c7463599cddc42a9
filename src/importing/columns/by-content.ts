import type { TableKind } from './table-kind.ts';

/**
 * What the columns of a file without a header hold, by their cells.
 * @param sample the cells of its first rows
 * @returns a mapping by number, "1=name", as `readHeader` takes it; `isSure` where nothing else could be meant
 */
export function columnsByContent<F extends string>(
  kind: TableKind<F>,
  sample: readonly (readonly string[])[],
): { mapping: readonly string[]; isSure: boolean } {
  void kind;
  void sample;
  return { mapping: [], isSure: false };
}
