import { splitYearLast } from './dates.ts';
import type { DateOrder, DateOrders } from './dates.ts';
import type { Header } from '../columns/header.ts';
import type { CsvRecord } from '../reading/records.ts';

/**
 * What the unambiguous days of each column say about the others: one that is written 31/12/2026 says that the day comes first.
 * A column in which some say this and some that decides nothing.
 */
export async function dateOrdersIn<F extends string>(
  header: Header<F>,
  fields: readonly F[],
  batches: AsyncIterable<readonly CsvRecord[]>,
): Promise<DateOrders> {
  const found = new Map<string, Set<DateOrder>>();
  const columns = fields.flatMap((field) =>
    (header.positions.get(field) ?? []).map((position) => ({ field, position })),
  );
  for await (const batch of batches)
    for (const { cells } of batch)
      for (const { field, position } of columns) {
        const order = orderOf(cells[position] ?? '');
        if (order === undefined) continue;
        const key = `${field}${order.separator}`;
        found.set(key, (found.get(key) ?? new Set()).add(order.order));
      }
  const decided = new Map<string, DateOrder>();
  for (const [key, [order, contrary]] of found)
    if (order !== undefined && contrary === undefined) decided.set(key, order);
  return decided;
}

/** Does any of the rows hold a day that could be read in two ways, so that the rest of its column must be asked? */
export function holdsAmbiguousDay<F extends string>(
  header: Header<F>,
  fields: readonly F[],
  batch: readonly CsvRecord[],
): boolean {
  const columns = fields.flatMap((field) => header.positions.get(field) ?? []);
  return batch.some(({ cells }) =>
    columns.some((position) => {
      const cell = cells[position];
      // The year comes first in most files: a look at one character tells.
      return cell !== undefined && cell !== '' && cell.charAt(4) !== '-' && isAmbiguous(cell);
    }),
  );
}

function isAmbiguous(cell: string): boolean {
  const parts = splitYearLast(cell.trim());
  return parts !== undefined && parts.one <= 12 && parts.other <= 12 && parts.one !== parts.other;
}

function orderOf(cell: string): { separator: string; order: DateOrder } | undefined {
  if (cell === '' || cell.charAt(4) === '-') return undefined;
  const parts = splitYearLast(cell.trim());
  if (parts === undefined) return undefined;
  const { separator } = parts;
  if (parts.one > 12 && parts.one <= 31 && parts.other >= 1 && parts.other <= 12)
    return { separator, order: 'day-first' };
  if (parts.other > 12 && parts.other <= 31 && parts.one >= 1 && parts.one <= 12)
    return { separator, order: 'month-first' };
  return undefined;
}
