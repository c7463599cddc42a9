import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import { anyDeals, comingAndGoing, dealsByExternalId, saveDeals, setMissing } from '../../store/deal-batches.ts';
import { addDealChanges, stageArrivals } from '../../store/deal-changes.ts';
import type { DealChange } from '../../store/deal-changes.ts';
import { dealJournal } from '../../store/deal-journal.ts';
import type { ImportedDeal } from '../../store/deals.ts';
import { writingAlone } from '../../store/db.ts';
import type { Store } from '../../store/db.ts';
import { everythingKnown } from '../../store/known-as.ts';
import { everybody } from '../../store/people.ts';
import { keepUsualStays } from '../../store/usual-stays.ts';
import { findWorkspace } from '../../store/workspaces.ts';
import { localDateOf } from '../../time/zoned.ts';
import type { Source } from '../reading/bytes.ts';
import type { Cells } from '../reading/cells.ts';
import { deals as dealTable } from '../columns/columns.ts';
import type { DealField } from '../columns/columns.ts';
import { learning } from '../learning.ts';
import { dateFields, readDeal } from './deal-rows.ts';
import type { DealRow } from './deal-rows.ts';
import { absentFields, changesBetween, fieldsFrom, isOnRecord, updated } from './deal-updates.ts';
import { noteDeals } from './deal-notes.ts';
import { RepeatedDeals } from './repeated-deals.ts';
import { outcomeReader } from './deal-outcomes.ts';
import { ownersAmong } from './owners.ts';
import { keeping } from '../keeping.ts';
import { reportOf, Tally } from '../report.ts';
import type { ImportOptions, ImportReport } from '../report.ts';
import { openTable, readRows } from '../reading/table.ts';
import { refuseShortenedIds } from '../shortened-ids.ts';
import { sameId } from '../values/ids.ts';
import { readFlag } from '../values/outcomes.ts';

/** Written in one transaction: few enough that nobody else waits long for the database. */
const rowsPerTransaction = 4_000;

/**
 * Brings the deals of a CSV file into the log: new ones are added, known ones (by their id in the CRM) brought up to date, and what
 * changed is kept as history. A second run changes nothing. A blank cell empties the field; a column that isn't in the file leaves
 * it alone, and so does a cell that can’t be read. Days such as 03/04/2026 are read as the other days of the file are written.
 * @throws UserError if the file is no CSV or a needed column is missing; then nothing is stored
 */
export async function importDeals(
  store: Store,
  source: Source,
  options: ImportOptions,
  now: Date,
): Promise<ImportReport> {
  const tally = new Tally();
  const kept = keeping(store, 'deals', options, now);
  const table = await openTable(dealTable, source, kept.options, tally);
  const { header } = table;
  const learnt = { dates: dateFields, amount: 'amount' } as const;
  const { orders, amounts, batches } = learning(table, learnt, table.options.dateOrder);
  const outcomes = outcomeReader(table.options.valueMapping);
  const reading = {
    ownerOf: ownersAmong(await everybody(store), await everythingKnown(store)),
    outcomes,
    orders,
    amounts,
    currency: header.currency,
    leaveBlank: (line: number, field: DealField, reason: string) => tally.leaveBlank(line, field, reason),
  };
  const seenOn = localDateOf(now, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  const isFirst = !(await anyDeals(store));
  const absent = absentFields(new Set(header.positions.keys()));
  const hasDeleted = header.positions.has('is_deleted');
  const repeated = new RepeatedDeals();
  const journal = dealJournal(options.isFeed === true ? 'deals-feed' : 'deals', now);
  let withoutOwner = 0;
  let waiting: DealRow[] = [];
  await refuseShortenedIds(table, 'id');

  /** Undefined for a row whose deal has one before, or was deleted. */
  function read(cells: Cells<DealField>, line: number): DealRow | undefined {
    if (hasDeleted && readFlag(cells('is_deleted')) === true) {
      const name = cells('name') || cells('id');
      tally.leaveOut({ line, reason: `${name} was deleted in the CRM.` }, name, 'deleted');
      return undefined;
    }
    try {
      const row = readDeal(cells, line, reading);
      if (repeated.isLater(row.deal, line)) return undefined;
      if (row.deal.ownerId === null) withoutOwner += 1;
      return row;
    } catch (error) {
      // What can't be read is still in the export.
      if (error instanceof UserError) repeated.remember(sameId(cells('id')));
      throw error;
    }
  }

  async function save(from: readonly DealRow[]): Promise<void> {
    await writingAlone(store, async (tx) => {
      if (isFirst) {
        tally.added += from.length;
        const deals = from.map((row) => row.deal);
        if (options.dryRun !== true) await journal.keep(tx, [], () => saveDeals(tx, deals, now));
      } else await update(tx, from);
    });
    await nextTurn();
  }

  async function update(tx: Store, rows: readonly DealRow[]): Promise<void> {
    const known = await dealsByExternalId(
      tx,
      rows.map(({ deal }) => deal.externalId),
    );
    const changed: ImportedDeal[] = [];
    const changedIds: number[] = [];
    const history: DealChange[] = [];
    const added: ImportedDeal[] = [];
    for (const { deal, unreadable } of rows) {
      const before = known.get(deal.externalId);
      const after = before === undefined ? deal : updated(deal, before, [...absent, ...fieldsFrom(unreadable)]);
      if (before === undefined) added.push(after);
      else if (!isOnRecord(after, before)) {
        changed.push(after);
        changedIds.push(before.id);
        history.push(...changesBetween(before, after, seenOn));
      }
    }
    tally.added += added.length;
    tally.changed += changed.length;
    tally.unchanged += rows.length - added.length - changed.length;
    if (options.dryRun === true) return;
    if (changed.length + added.length === 0) return;
    await journal.keep(tx, changedIds, async () => {
      await saveDeals(tx, [...changed, ...added], now);
      history.push(...(await stageArrivals(tx, added, seenOn)));
      await addDealChanges(tx, history, now);
    });
  }

  await readRows(
    { ...table, batches },
    tally,
    read,
    async (batch) => {
      const fresh = batch.filter((row) => row !== undefined);
      waiting = waiting.length === 0 ? fresh : [...waiting, ...fresh];
      let from = 0;
      for (; waiting.length - from >= rowsPerTransaction; from += rowsPerTransaction)
        await save(waiting.slice(from, from + rowsPerTransaction));
      waiting = waiting.slice(from);
    },
    options,
  );
  if (waiting.length > 0) await save(waiting);
  const quiet = { ...reading, outcomes: outcomeReader(table.options.valueMapping), leaveBlank: () => undefined };
  const same = await repeated.settle(table, (cells, line) => readDeal(cells, line, quiet).deal, tally, options);
  const notes = [...kept.notes(), ...table.notes];
  tally.follows.push(...noteDeals({ withoutOwner, repeated: same, unknownStages: outcomes.unknownStages }));
  if (options.isComplete === true && options.dryRun !== true && repeated.size > 0) {
    const missing = await writingAlone(store, async (tx) => {
      const { gone, back } = await comingAndGoing(tx, (id) => repeated.has(id));
      await journal.keep(tx, [...gone, ...back], async () => {
        await setMissing(tx, gone, seenOn);
        await setMissing(tx, back, null);
      });
      return gone.length;
    });
    if (missing > 0)
      notes.push(
        `${missing} open ${missing === 1 ? 'deal is' : 'deals are'} not in this export any more. Nothing was closed: they are marked until they are back or closed.`,
      );
  }
  if (options.dryRun !== true) await keepUsualStays(store, now);
  notes.push(...(await kept.finish(tally, table.ownNames)));
  return reportOf(tally, header, options.dryRun === true, notes);
}
