import { describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import type { ImportReport } from '../../src/importing/report.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { Store } from '../../src/store/db.ts';
import { dealsByExternalId } from '../../src/store/deal-batches.ts';
import { lastDays } from '../../src/store/last-days.ts';
import { everybody } from '../../src/store/people.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import { hasLeft } from '../helpers/generated/company.ts';
import type { Human, SoldDeal } from '../helpers/generated/company.ts';
import { filesOf } from '../helpers/generated/files.ts';
import type { DealsFile } from '../helpers/generated/deals-file.ts';
import type { MoneyStyle } from '../helpers/generated/money.ts';
import type { RosterFile } from '../helpers/generated/roster-file.ts';
import { bytes, emptyStore, now } from '../helpers/imports.ts';

/**
 * Two files each, a roster and the deals of its people. What no file could tell is in none of them: of days such as 03/04/2026 at least
 * one of the same column or file is past the 12th; an encoding of one country has enough letters of its own in it; and no name is that
 * of two people.
 */
const companies = Array.from({ length: 110 }, (_, index) => {
  const made = filesOf(index + 1);
  return [`${made.seed}: ${made.roster.how}; ${made.sold.how}`, made] as const;
});

/** Of those who are there, by name. */
async function peopleIn(store: Store) {
  const all = await everybody(store);
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const managers = new Map((await currentLines(store)).map(({ personId, managerId }) => [personId, managerId]));
  const until = await lastDays(store);
  return all
    .map(({ id, name, startedOn, timeZone, country }) => ({
      name,
      manager: names.get(managers.get(id) ?? 0) ?? null,
      started: startedOn,
      zone: timeZone,
      country,
      lastDay: until.get(id) ?? null,
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function peopleOf(company: readonly Human[], { has }: RosterFile) {
  return company
    .filter((human) => !hasLeft(human))
    .map(({ name, manager, started, zone, country, lastDay }) => ({
      name,
      manager: manager === null ? null : (company[manager]?.name ?? null),
      started,
      zone: has.has('zone') ? zone : null,
      country: has.has('country') ? country : null,
      lastDay,
    }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

async function dealsIn(store: Store, deals: readonly SoldDeal[]) {
  const names = new Map((await everybody(store)).map(({ id, name }) => [id, name]));
  const stored = await dealsByExternalId(
    store,
    deals.map(({ id }) => id),
  );
  return deals.map(({ id }) => {
    const deal = stored.get(id);
    if (deal === undefined) return { id };
    const { name, status, amount, currency, openedOn, lastActivityOn, closeOn, ownerId } = deal;
    const owner = ownerId === null ? null : (names.get(ownerId) ?? null);
    return { id, name, owner, status, amount, currency, opened: openedOn, activity: lastActivityOn, close: closeOn };
  });
}

function dealsAs(deals: readonly SoldDeal[], company: readonly Human[], { currencyIn }: MoneyStyle) {
  const named = (deal: SoldDeal) =>
    currencyIn === 'column' || (currencyIn !== 'nowhere' && deal.amount !== null) ? deal.currency : null;
  return deals.map((deal) => ({
    id: deal.id,
    name: deal.name,
    owner: deal.owner === null ? null : (company[deal.owner]?.name ?? null),
    status: deal.status,
    amount: deal.amount,
    currency: named(deal),
    opened: deal.opened,
    // Without one, a deal was last touched when it was opened or closed.
    activity: deal.activity ?? (deal.status === 'open' ? deal.opened : deal.close),
    close: deal.close,
  }));
}

/**
 * What is said of a file, but for its encoding, the export that it looks like and what follows for the team: nothing that isn’t so.
 */
function checkWords(report: ImportReport, file: RosterFile | DealsFile): void {
  expect(report.columns).toEqual(file.columns);
  const { linesAbove: above, totals } = file;
  const expected = [
    ...(above === 0
      ? []
      : [`${above} ${above === 1 ? 'line' : 'lines'} above the header ${above === 1 ? 'was' : 'were'} left out.`]),
    ...(totals === 0 ? [] : ['1 line of totals and the report’s own footer were left out.']),
  ];
  expect(report.notes.filter((note) => !note.startsWith('Read as '))).toEqual(expected);
  const unread = report.follows.filter((sentence) => sentence.startsWith('Not read: '));
  expect(unread).toHaveLength(file.unread.length === 0 ? 0 : 1);
  for (const name of file.unread) expect(unread[0]).toContain(name);
  const wrong = /^Taken as one person|their own manager|no row of their own|isn’t known/u;
  expect([...report.follows, ...report.notes].filter((sentence) => wrong.test(sentence))).toEqual([]);
}

describe('files of made-up companies come to the same facts, however they are written', () => {
  test.each(companies)('%s', async (_, { company, money, deals, roster, sold }) => {
    const store = await emptyStore();
    const gone = company.filter(hasLeft);
    const report = await importRoster(store, bytes(roster.bytes), {}, now);
    expect(report).toMatchObject({
      refused: [],
      leftBlank: [],
      rows: company.length,
      added: company.length - gone.length,
    });
    expect(report.whoIsLeftOut.flatMap(({ names }) => names)).toEqual(gone.map(({ name }) => name));
    expect(await peopleIn(store)).toEqual(peopleOf(company, roster));
    checkWords(report, roster);
    const again = await importRoster(store, bytes(roster.bytes), {}, now);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: company.length - gone.length, refused: [] });

    const sale = await importDeals(store, bytes(sold.bytes), {}, now);
    expect(sale).toMatchObject({ refused: [], leftBlank: [], rows: deals.length, added: deals.length });
    expect(await dealsIn(store, deals)).toEqual(dealsAs(deals, company, money));
    checkWords(sale, sold);
    const second = await importDeals(store, bytes(sold.bytes), {}, now);
    expect(second).toMatchObject({ added: 0, changed: 0, unchanged: deals.length, refused: [] });
  });
});
