import type { Header } from '../columns/header.ts';
import type { CsvRecord } from '../reading/records.ts';
import { numbersOf, readingsOfNumbers } from './date-forms.ts';
import type { DateOrder, Numbers } from './date-forms.ts';
import type { DateOrders } from './dates.ts';

const separators = ['/', '.', '-'];

/**
 * What the unambiguous days of each column say about the others: one that is written 31/12/2026 says that the day comes first. Its own
 * days with the same separator decide; where they say nothing, the order that was given; then the column's other days, then those of
 * all columns of the file. A column in which some say this and some that decides nothing, and nothing else decides it but what was given.
 * @param given by whoever imports the file
 */
export async function dateOrdersIn<F extends string>(
  header: Header<F>,
  fields: readonly F[],
  batches: AsyncIterable<readonly CsvRecord[]>,
  given?: 'day-first' | 'month-first',
): Promise<DateOrders> {
  const columns = fields.flatMap((field) =>
    (header.positions.get(field) ?? []).map((position) => ({ field, position })),
  );
  const found = new Map<string, Evidence>();
  for await (const batch of batches)
    for (const { cells } of batch)
      for (const { field, position } of columns) {
        const cell = cells[position] ?? '';
        const numbers = mayBeNumbers(cell) ? numbersOf(cell) : undefined;
        if (numbers !== undefined) note(found, `${field}${numbers.separator}`, numbers);
      }
  return decided(fields, found, given);
}

/** What the days of one column with one separator say. */
interface Evidence {
  readonly says: Set<DateOrder>;
  /** The first and the last numbers of short days, and whether all of them could have the year first. */
  readonly firsts: Set<number>;
  readonly lasts: Set<number>;
  canBeYearFirst: boolean;
}

function note(found: Map<string, Evidence>, key: string, numbers: Numbers): void {
  const evidence = found.get(key) ?? { says: new Set(), firsts: new Set(), lasts: new Set(), canBeYearFirst: true };
  found.set(key, evidence);
  const orders = new Set(readingsOfNumbers(numbers).map(({ order }) => order));
  if (!orders.delete('year-first')) evidence.canBeYearFirst = false;
  else if (numbers.one > 31) evidence.says.add('year-first');
  const [only] = orders;
  if (orders.size === 1 && only !== undefined) evidence.says.add(only);
  evidence.firsts.add(numbers.one);
  evidence.lasts.add(numbers.last);
}

function decided(
  fields: readonly string[],
  found: ReadonlyMap<string, Evidence>,
  given: DateOrder | undefined,
): DateOrders {
  const ofFile = onlyOne([...found.values()].flatMap((evidence) => [...ordersOf(evidence)]));
  const orders = new Map<string, DateOrder>();
  for (const field of fields) {
    const ofColumn = onlyOne(separators.flatMap((separator) => [...ordersOf(found.get(`${field}${separator}`))]));
    for (const separator of separators) {
      const key = `${field}${separator}`;
      const own = ordersOf(found.get(key));
      const order = own.size === 1 ? onlyOne([...own]) : (given ?? (own.size > 1 ? undefined : (ofColumn ?? ofFile)));
      if (order !== undefined) orders.set(key, order);
    }
  }
  return orders;
}

/**
 * `26/11/23` is the 26th, unless the column says otherwise: by a day that can only have the year first, or because its first numbers are
 * one or two years and its last ones many days.
 */
function ordersOf(evidence: Evidence | undefined): ReadonlySet<DateOrder> {
  if (evidence === undefined) return new Set();
  const { says, firsts, lasts, canBeYearFirst } = evidence;
  const looksYearFirst = firsts.size <= 2 && lasts.size >= 5 && [...firsts].every((first) => first > 12);
  if (canBeYearFirst && (says.has('year-first') || looksYearFirst)) return new Set(['year-first']);
  return says;
}

function onlyOne(orders: readonly DateOrder[]): DateOrder | undefined {
  const [order, contrary] = new Set(orders);
  return contrary === undefined ? order : undefined;
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
      return cell !== undefined && mayBeNumbers(cell) && isAmbiguous(cell);
    }),
  );
}

/** The year comes first in most files: a look at one character tells, and at another that it isn’t 4-12-17. */
function mayBeNumbers(cell: string): boolean {
  const isYearFirst = cell.charAt(4) === '-' && cell.charAt(1) !== '-' && cell.charAt(2) !== '-';
  return cell !== '' && !isYearFirst && /[\d０-９]{1,2}[-/.．／－]/u.test(cell);
}

function isAmbiguous(cell: string): boolean {
  const numbers = numbersOf(cell);
  return numbers !== undefined && new Set(readingsOfNumbers(numbers).map(({ date }) => date)).size > 1;
}
