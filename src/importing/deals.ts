import { anyDeals, dealsByExternalId, saveDeals } from '../store/deal-batches.ts';
import type { Deal, ImportedDeal } from '../store/deals.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { everybody } from '../store/people.ts';
import type { Source } from './bytes.ts';
import { deals as dealTable } from './columns.ts';
import type { DealField } from './columns.ts';
import { readDeal } from './deal-rows.ts';
import type { DealRow } from './deal-rows.ts';
import { ownersAmong } from './owners.ts';
import { reportOf, Tally } from './report.ts';
import type { ImportOptions, ImportReport } from './report.ts';
import { openTable, readRows } from './table.ts';

/** Written in one transaction: few enough that nobody else waits long for the database. */
const rowsPerTransaction = 4_000;

/**
 * Brings the deals of a CSV file into the log: new ones are added, known ones (by their id in the CRM) brought up to date. A
 * second run changes nothing. A blank cell empties the field; a column that isn't in the file leaves it alone.
 * @throws UserError if the file is no CSV or a needed column is missing; then nothing is stored
 */
export async function importDeals(
  store: Store,
  source: Source,
  options: ImportOptions,
  now: Date,
): Promise<ImportReport> {
  const tally = new Tally();
  const table = await openTable(dealTable, source, options, tally);
  const ownerOf = ownersAmong(await everybody(store));
  const isFirst = !(await anyDeals(store));
  const absent = absentFields(new Set(table.header.positions.keys()));
  const lineOfId = new Map<string, number>();
  let waiting: DealRow[] = [];

  function isNew(row: DealRow): boolean {
    const before = lineOfId.get(row.deal.externalId);
    if (before === undefined) lineOfId.set(row.deal.externalId, row.line);
    else
      tally.refuse(row.line, `The deal ${row.deal.externalId} is already in line ${before}. Keep one of the two rows.`);
    return before === undefined;
  }

  async function save(rows: readonly DealRow[]): Promise<void> {
    await writing(store, async (tx) => {
      const ids = rows.map((row) => row.deal.externalId);
      const known = isFirst ? new Map<string, Deal>() : await dealsByExternalId(tx, ids);
      const fresh = rows.map((row) => updated(row.deal, known.get(row.deal.externalId), absent));
      const changed = fresh.filter((deal) => !isSame(deal, known.get(deal.externalId)));
      if (options.dryRun !== true) await saveDeals(tx, changed, now);
      const added = changed.filter((deal) => !known.has(deal.externalId)).length;
      tally.added += added;
      tally.changed += changed.length - added;
      tally.unchanged += rows.length - changed.length;
    });
  }

  await readRows(
    table,
    tally,
    (cells, line) => readDeal(cells, line, ownerOf),
    async (rows) => {
      waiting.push(...rows.filter(isNew));
      while (waiting.length >= rowsPerTransaction) {
        await save(waiting.slice(0, rowsPerTransaction));
        waiting = waiting.slice(rowsPerTransaction);
      }
    },
  );
  if (waiting.length > 0) await save(waiting);
  return reportOf(tally, table.header.columns, options.dryRun === true);
}

/** Which columns of the file a stored field comes from: without any of them it stays as it is. */
const sources = {
  name: ['name', 'account', 'product'],
  account: ['account'],
  stage: ['stage', 'status'],
  amount: ['amount'],
  currency: ['currency', 'amount'],
  openedOn: ['opened_on'],
  lastActivityOn: ['last_activity_on', 'opened_on', 'close_on'],
  closeOn: ['close_on'],
} as const satisfies Partial<Record<keyof ImportedDeal, readonly DealField[]>>;

function absentFields(present: ReadonlySet<DealField>): (keyof typeof sources)[] {
  return (Object.keys(sources) as (keyof typeof sources)[]).filter(
    (field) => !sources[field].some((column) => present.has(column)),
  );
}

function updated(deal: ImportedDeal, known: Deal | undefined, absent: readonly (keyof ImportedDeal)[]): ImportedDeal {
  if (known === undefined) return deal;
  const kept = Object.fromEntries(absent.map((field) => [field, known[field]]));
  const name = withoutSpaces(known.name) === withoutSpaces(deal.name) ? known.name : deal.name;
  return { ...deal, name, ...kept };
}

/** A product is spelt “GTXPro” here and “GTX Pro” there: that alone is no change. */
function withoutSpaces(name: string): string {
  return name.replace(/\s+/g, '');
}

function isSame(deal: ImportedDeal, known: Deal | undefined): boolean {
  return known !== undefined && (Object.keys(deal) as (keyof ImportedDeal)[]).every((key) => deal[key] === known[key]);
}
