import type { Table } from './reading/table.ts';
import type { CsvRecord } from './reading/records.ts';
import type { ImportOptions } from './report.ts';
import type { DateOrder } from './values/date-forms.ts';
import { dateOrdersIn, holdsAmbiguousDay } from './values/date-order.ts';
import type { DateOrders } from './values/dates.ts';

/** The rows of a table, and how its days are written, which is known by the time that a row is read. */
export interface Learning {
  readonly orders: DateOrders;
  readonly batches: AsyncIterable<readonly CsvRecord[]>;
}

/**
 * Before the first row with a day that could be two, the whole file is asked how its days are written. A file without one is read once.
 * @param fields those that hold days
 * @param given how they are written, as whoever imports the file says
 */
export function learningOrders<F extends string>(
  table: Table<F>,
  fields: readonly F[],
  given: ImportOptions['dateOrder'],
): Learning {
  const orders = new Map<string, DateOrder>();
  async function* batches(): AsyncGenerator<readonly CsvRecord[]> {
    let hasAsked = false;
    for await (const batch of table.batches) {
      if (!hasAsked && holdsAmbiguousDay(table.header, fields, batch)) {
        hasAsked = true;
        for (const [key, order] of await dateOrdersIn(table.header, fields, table.again(), given))
          orders.set(key, order);
      }
      yield batch;
    }
  }
  return { orders, batches: batches() };
}
