import type { CellObject, WorkSheet } from '@e965/xlsx';

/** A sheet that merges more than this isn't a table. */
const mostRows = 5_000;
const mostCells = 200_000;

/** Cells that are merged downwards stand for each of their rows: by row, the columns and what is in them. */
export function filledBelow(sheet: WorkSheet): ReadonlyMap<number, readonly (readonly [number, CellObject])[]> {
  const found = new Map<number, (readonly [number, CellObject])[]>();
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  let left = mostCells;
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    const height = end.r - start.r;
    const cell = rows[start.r]?.[start.c];
    if (start.c !== end.c || height < 1 || height > mostRows || height > left || cell === undefined) continue;
    left -= height;
    for (let row = start.r + 1; row <= end.r; row += 1) {
      const cells = found.get(row) ?? [];
      cells.push([start.c, cell]);
      found.set(row, cells);
    }
  }
  return found;
}
