import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import type { Store } from '../../src/store/db.ts';
import { findDealByExternalId } from '../../src/store/deals.ts';
import { addPerson } from '../../src/store/people.ts';
import { csv, emptyStore, now } from '../helpers/imports.ts';

const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name);

let store: Store;
let anaId: number;
let benId: number;
beforeEach(async () => {
  store = await emptyStore();
  anaId = await addPerson(store, { name: 'Ana Lopez', email: 'ana@example.com' }, now);
  benId = await addPerson(store, { name: 'Ben Cole', email: 'ben@example.com' }, now);
});

const exports = [
  [
    'Salesforce opportunity report',
    'salesforce-opportunities.csv',
    '0065g00000AAAAA',
    '0065g00000AAAAB',
    '0065g00000AAAAC',
  ],
  ['HubSpot deal export', 'hubspot-deals.csv', '9876543210', '9876543211', '9876543212'],
  ['Pipedrive deal export', 'pipedrive-deals.csv', '41', '42', '43'],
] as const;

describe.each(exports)('a %s', (preset, file, openId, wonId, lostId) => {
  test('is known by its header and read whole, and a second run changes nothing', async () => {
    const report = await importDeals(store, fixture(file), {}, now);
    expect(report).toMatchObject({ preset, rows: 3, added: 3, refused: [] });
    expect(report.notes[0]).toBe(`Read as a ${preset}.`);
    expect(await findDealByExternalId(store, openId)).toMatchObject({
      name: expect.stringMatching(/^Northwind.* Renewal$/) as string,
      account: 'Northwind Traders',
      ownerId: anaId,
      amount: 48_000,
      status: 'open',
      closeOn: '2026-12-31',
      lastActivityOn: '2026-11-20',
    });
    expect(await findDealByExternalId(store, wonId)).toMatchObject({
      ownerId: benId,
      amount: 12_500.5,
      currency: 'EUR',
      status: 'won',
      closeOn: '2026-11-02',
    });
    expect(await findDealByExternalId(store, lostId)).toMatchObject({ status: 'lost', openedOn: '2026-08-31' });
    expect(await importDeals(store, fixture(file), {}, now)).toMatchObject({ unchanged: 3, added: 0, changed: 0 });
  });
});

test('what a report prints around its rows is left out with a note, and is no error', async () => {
  const { notes } = await importDeals(store, fixture('salesforce-opportunities.csv'), {}, now);
  expect(notes).toContain('6 lines of totals and the report’s own footer were left out.');
});

test('lines of one cell that are no report’s footer are refused', async () => {
  const report = await importDeals(store, csv('id,owner,stage', 'D1,Ana Lopez,Open', 'something'), {}, now);
  expect(report).toMatchObject({ rows: 2, added: 1 });
  expect(report.refused[0]?.reason).toContain('1 cells where the header has 3');
});

test('a deal that is called Total is a deal', async () => {
  const rows = ['id,name,owner,stage', 'D1,Total Energies,Ana Lopez,Open', 'Total-1,x,Ana Lopez,Open'];
  expect(await importDeals(store, csv(...rows), {}, now)).toMatchObject({ rows: 2, added: 2 });
});

test('a mapping goes before what a known export says', async () => {
  const report = await importDeals(store, fixture('hubspot-deals.csv'), { mapping: ['Pipeline=stage'] }, now);
  expect(report).toMatchObject({ added: 3 });
  expect(await findDealByExternalId(store, '9876543210')).toMatchObject({ stage: 'Sales Pipeline' });
});

describe('days', () => {
  test('come in five formats, and a column’s unambiguous ones say how the others are meant', async () => {
    const report = await importDeals(store, fixture('five-date-formats.csv'), {}, now);
    expect(report).toMatchObject({ rows: 4, added: 4, refused: [] });
    const days = { closeOn: '2026-12-31', lastActivityOn: '2026-11-20', amount: 1054.5 };
    expect(await findDealByExternalId(store, 'ISO')).toMatchObject({ ...days, openedOn: '2026-09-01' });
    expect(await findDealByExternalId(store, 'DOTS')).toMatchObject({ ...days, openedOn: '2026-09-13' });
    expect(await findDealByExternalId(store, 'DAY')).toMatchObject({ ...days, openedOn: '2026-09-25' });
    expect(await findDealByExternalId(store, 'ASDAY')).toMatchObject({
      openedOn: '2026-04-03',
      lastActivityOn: '2026-11-05',
      closeOn: '2026-12-01',
    });
  });

  test('that could be two are left blank where nothing else, or both, is said by their column', async () => {
    const report = await importDeals(store, fixture('ambiguous-days.csv'), {}, now);
    expect(report).toMatchObject({ rows: 3, added: 3, refused: [] });
    expect(report.leftBlank[0]).toMatchObject({ line: 2, reason: expect.stringContaining('could be') as string });
    expect(await findDealByExternalId(store, 'C')).toMatchObject({ openedOn: '2026-05-05', closeOn: '2026-12-25' });
  });
});
