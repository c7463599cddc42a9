import type { Table } from './reading/table.ts';
import type { CsvRecord } from './reading/records.ts';
import type { ImportOptions } from './report.ts';
import { amountStyleIn, holdsAmbiguousAmount } from './values/amount-style.ts';
import type { AmountStyle } from './values/amounts.ts';
import type { DateOrder } from './values/date-forms.ts';
import { dateOrdersIn, holdsAmbiguousDay } from './values/date-order.ts';
import type { DateOrders } from './values/dates.ts';

/** The rows of a table, and how its days and amounts are written, which is known by the time that a row is read. */
export interface Learning {
  readonly orders: DateOrders;
  readonly amounts: { readonly style?: AmountStyle };
  readonly batches: AsyncIterable<readonly CsvRecord[]>;
}

export interface Learnt<F extends string> {
  /** Fields that hold days. */
  readonly dates: readonly F[];
  readonly amount?: F;
}

/**
 * Before the first row with a day or an amount that could be two, the whole file is asked how it writes them. A file without one is read
 * once.
 * @param given how its days are written, as whoever imports the file says
 */
export function learning<F extends string>(
  table: Table<F>,
  { dates, amount }: Learnt<F>,
  given: ImportOptions['dateOrder'],
): Learning {
  const { header } = table;
  const orders = new Map<string, DateOrder>();
  const amounts: { style?: AmountStyle } = {};
  async function* batches(): AsyncGenerator<readonly CsvRecord[]> {
    let isAskedForDays = false;
    let isAskedForAmounts = amount === undefined;
    for await (const batch of table.batches) {
      if (!isAskedForDays && holdsAmbiguousDay(header, dates, batch)) {
        isAskedForDays = true;
        for (const [key, order] of await dateOrdersIn(header, dates, table.again(), given)) orders.set(key, order);
      }
      if (!isAskedForAmounts && amount !== undefined && holdsAmbiguousAmount(header, amount, batch)) {
        isAskedForAmounts = true;
        const style = await amountStyleIn(header, amount, table.again());
        if (style !== undefined) amounts.style = style;
      }
      yield batch;
    }
  }
  return { orders, amounts, batches: batches() };
}
