/**
 * Files as people really have them: each stands for a kind, and here is what comes of it. The files lie beside the project; without them
 * the test is left out, and says so.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDeals } from '../../src/importing/deals/deals.ts';
import type { ImportOptions, ImportReport } from '../../src/importing/report.ts';
import { importRoster } from '../../src/importing/roster/roster.ts';
import type { Store } from '../../src/store/db.ts';
import type { Deal } from '../../src/store/deals.ts';
import { selectDeals, toDeal } from '../../src/store/deals.ts';
import { everybody } from '../../src/store/people.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../helpers/imports.ts';

const cases = join(import.meta.dirname, '../../../shared/cases');
const isThere = existsSync(join(cases, 'README.md'));
const leftOut = isThere ? '' : ' (left out: there is no ../shared/cases)';

const file = (name: string) => join(cases, name);
const roster = (store: Store, name: string) => importRoster(store, file(name), {}, now);
const namesIn = async (store: Store) => (await everybody(store)).map(({ name }) => name).toSorted();

/** Ada Quill, who reports to Mina Farrow. */
async function withAda(): Promise<Store> {
  const store = await emptyStore();
  await importRoster(store, csv('name,manager', 'Ada Quill,Mina Farrow'), {}, now);
  return store;
}

async function dealsOf(store: Store): Promise<Map<string, Deal>> {
  const rows = await selectDeals(store).orderBy('externalId').execute();
  return new Map(rows.map((row) => [row.externalId, toDeal(row)]));
}

async function brought(
  name: string,
  options: ImportOptions = {},
): Promise<{ store: Store; report: ImportReport; deals: Map<string, Deal> }> {
  const store = await withAda();
  const report = await importDeals(store, file(name), options, now);
  expect(await importDeals(store, file(name), options, now)).toMatchObject({ added: 0, changed: 0 });
  return { store, report, deals: await dealsOf(store) };
}

const allOf = ({ notes, follows }: ImportReport) => [...notes, ...follows].join('\n');

describe.skipIf(!isThere)(`rosters${leftOut}`, () => {
  test('first and last name, and “Reporting to”', async () => {
    const store = await emptyStore();
    expect(await roster(store, 'roster-first-last-name.csv')).toMatchObject({ rows: 3, added: 3, refused: [] });
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow', 'Otto Quill < Mina Farrow']);
    expect((await peopleOf(store)).get('Otto Quill')).toMatchObject({ startedOn: '2023-09-01' });
    const mapped = await emptyStore();
    const mapping = ['First Name=name', 'Last Name=name'];
    await importRoster(mapped, file('roster-first-last-name.csv'), { mapping }, now);
    expect(await linesOf(mapped)).toEqual(await linesOf(store));
    expect(await roster(store, 'roster-first-last-name.csv')).toMatchObject({ unchanged: 3 });
  });

  test('a number is no name, and “Last, First” is First Last', async () => {
    const store = await emptyStore();
    expect(await roster(store, 'roster-employee-number.csv')).toMatchObject({ added: 2, refused: [] });
    expect(await namesIn(store)).toEqual(['Ada Quill', 'Mina Farrow']);
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
  });

  test('a manager by distinguished name is the one who has a row', async () => {
    const store = await emptyStore();
    await roster(store, 'roster-directory-manager.csv');
    expect(await namesIn(store)).toEqual(['Ada Quill', 'Mina Farrow', 'Otto Brandt']);
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow', 'Otto Brandt < Mina Farrow']);
  });

  test('words for nobody are nobody', async () => {
    const store = await emptyStore();
    const report = await roster(store, 'roster-no-manager-words.csv');
    expect(report).toMatchObject({ rows: 5, added: 5, refused: [] });
    expect(await namesIn(store)).toEqual(['Ada Quill', 'Bea Holm', 'Lin Sato', 'Mina Farrow', 'Otto Brandt']);
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
    expect(allOf(report)).toContain('Bea Holm: their own manager by this file');
    expect(allOf(report)).toContain('3 people without a manager: Otto Brandt, Lin Sato, Bea Holm.');
  });

  test('Google Workspace: full names, and a suspended account is left out', async () => {
    const store = await emptyStore();
    const report = await roster(store, 'roster-google-workspace.csv');
    expect(report).toMatchObject({ added: 2, leftOut: [{ line: 3 }], refused: [] });
    expect(report.leftOut[0]?.reason).toContain('Otto Brandt has left: “Suspended”');
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
  });

  test('Slack’s member list: guests, bots and deactivated accounts are left out, and what it lacks is said', async () => {
    const store = await emptyStore();
    const report = await roster(store, 'roster-slack-members.csv');
    expect(report).toMatchObject({ rows: 5, added: 2, refused: [] });
    expect(await namesIn(store)).toEqual(['Ada Quill', 'Mina Farrow']);
    expect(report.leftOut.map(({ reason }) => reason)).toEqual([
      'Gus Visitor is a guest.',
      'Deploy Helper is no person.',
      'Old Hand has left: “Deactivated”.',
    ]);
    expect(allOf(report)).toContain('The file has no column for managers');
  });

  test('the order of days is learnt from the column', async () => {
    const store = await emptyStore();
    expect(await roster(store, 'roster-date-order.csv')).toMatchObject({ added: 2, refused: [], leftBlank: [] });
    expect((await peopleOf(store)).get('Ada Quill')?.startedOn).toBe('2024-03-02');
    expect((await peopleOf(store)).get('Mina Farrow')?.startedOn).toBe('2020-03-15');
  });

  test.each([
    ['roster-german.csv', ''],
    ['roster-german-windows-1252.csv', 'Windows-1252'],
  ])('German columns: %s', async (name, encoding) => {
    const store = await emptyStore();
    const report = await roster(store, name);
    expect(report).toMatchObject({ added: 2, refused: [] });
    expect(await linesOf(store)).toEqual(['Jürgen Weiß < Mina Farrow']);
    expect((await peopleOf(store)).get('Jürgen Weiß')).toMatchObject({
      email: 'j.weiss@example.com',
      startedOn: '2024-03-01',
    });
    expect(allOf(report)).toContain(encoding);
  });

  test('who has left is left out with the reason; whose last day is to come is in', async () => {
    const store = await emptyStore();
    const report = await roster(store, 'roster-leavers.csv');
    expect(report.leftOut).toEqual([{ line: 3, reason: expect.stringContaining('Otto Brandt has left') as string }]);
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow', 'Lin Sato < Mina Farrow']);
  });

  test('a cell that can’t be read never costs the person', async () => {
    const store = await emptyStore();
    const report = await roster(store, 'roster-odd-cells.csv');
    expect(report).toMatchObject({ rows: 5, added: 5, refused: [] });
    const people = await peopleOf(store);
    expect(people.get('Ada Quill')).toMatchObject({ country: 'DE', startedOn: '2024-03-04' });
    expect(people.get('Otto Brandt')).toMatchObject({ country: 'DE', timeZone: 'Europe/Berlin' });
    expect(people.get('Lin Sato')).toMatchObject({
      country: 'US',
      timeZone: 'America/Los_Angeles',
      startedOn: null,
    });
    expect(people.get('Bea Moss')).toMatchObject({ country: 'CI', startedOn: '2022-05-01' });
    expect(report.leftBlank).toContainEqual({
      line: 4,
      field: 'started_on',
      reason: expect.stringContaining('“TBD”') as string,
    });
  });
});

describe.skipIf(!isThere)(`deals${leftOut}`, () => {
  test('a deal’s owner may be the id that the roster keeps', async () => {
    const store = await emptyStore();
    expect(await roster(store, 'roster-rep-ids.csv')).toMatchObject({ added: 2, refused: [] });
    expect(await importDeals(store, file('deals-owner-ids.csv'), {}, now)).toMatchObject({ added: 2, refused: [] });
    const people = await peopleOf(store);
    const deals = await dealsOf(store);
    expect(deals.get('D-1')).toMatchObject({ ownerId: people.get('Ada Quill')?.id, status: 'open', amount: 12_000 });
    expect(deals.get('D-2')).toMatchObject({ ownerId: people.get('Otto Brandt')?.id, status: 'won' });
  });

  test('“sep=” only says what separates the cells', async () => {
    const { deals } = await brought('deals-sep-line.csv');
    expect([...deals.values()]).toMatchObject([{ name: 'Acme renewal', amount: 12_000, closeOn: '2026-11-30' }]);
  });

  test('a Salesforce report without ids is told so, with the name of the column', async () => {
    const store = await withAda();
    const importing = importDeals(store, file('deals-salesforce-without-id.csv'), {}, now);
    await expect(importing).rejects.toThrow(/Salesforce report.*Opportunity ID/);
    expect((await dealsOf(store)).size).toBe(0);
  });

  test('the order of days is learnt from all columns of days', async () => {
    const { deals } = await brought('deals-salesforce-dates.csv');
    expect([...deals.values()]).toMatchObject([{ lastActivityOn: '2026-10-01', openedOn: '2026-01-15' }]);
  });

  test('a German Salesforce report', async () => {
    const { deals, report } = await brought('deals-salesforce-german.csv');
    expect(report.preset).toMatch(/Salesforce/);
    expect([...deals.values()]).toMatchObject([
      { amount: 12_000, closeOn: '2026-11-30', openedOn: '2026-01-15', status: 'open' },
      { amount: 9_000, closeOn: '2026-05-20', status: 'lost' },
    ]);
  });

  test('Spanish stages, and a word that nobody could know', async () => {
    const { deals, report } = await brought('deals-spanish-stages.csv');
    expect([...deals.values()].map(({ status }) => status)).toEqual(['won', 'lost', 'open']);
    expect(report.refused).toEqual([]);
  });

  test('flags say how a deal ended', async () => {
    const { deals } = await brought('deals-is-won-flags.csv');
    expect([...deals.values()].map(({ status }) => status)).toEqual(['won', 'lost']);
  });

  test('two digits of a year, and a currency in the name of a column', async () => {
    const { deals } = await brought('deals-two-digit-years.csv');
    expect([...deals.values()]).toMatchObject([
      { closeOn: '2026-08-01', lastActivityOn: '2026-03-23', amount: 65_563, currency: 'USD' },
      { closeOn: '2026-05-30', lastActivityOn: '2026-03-29', amount: 143_346, currency: 'USD' },
    ]);
  });

  test('blanks and days as Excel has them', async () => {
    const { deals, report } = await brought('deals-excel-blanks.csv');
    expect(report).toMatchObject({ added: 2, refused: [], leftBlank: [] });
    const [alfa, beta] = [...deals.values()];
    expect(alfa?.amount ?? 0).toBe(0);
    expect(beta).toMatchObject({ amount: 1_200, currency: 'USD', closeOn: '2026-11-30' });
  });

  test('an owner whose account is off, one the other way round, and none', async () => {
    const { deals, report, store } = await brought('deals-owner-left.csv');
    const ada = (await peopleOf(store)).get('Ada Quill')?.id;
    expect([...deals.values()].map(({ ownerId }) => ownerId)).toEqual([ada, null, ada]);
    expect(allOf(report)).toContain('1 deal has no owner');
  });

  test('ids of 15 and of 18 characters are one', async () => {
    const store = await withAda();
    expect(await importDeals(store, file('deals-salesforce-ids-15.csv'), {}, now)).toMatchObject({ added: 2 });
    const second = await importDeals(store, file('deals-salesforce-ids-18.csv'), {}, now);
    expect(second).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  });

  test('ids that a spreadsheet has shortened are refused as a file', async () => {
    const store = await withAda();
    await expect(importDeals(store, file('deals-scientific-ids.csv'), {}, now)).rejects.toThrow(
      'A spreadsheet has shortened the ids',
    );
    expect((await dealsOf(store)).size).toBe(0);
  });

  test('short days as Excel writes them', async () => {
    const { deals } = await brought('deals-excel-short-days.csv');
    expect([...deals.values()]).toMatchObject([
      { openedOn: '2025-10-12', closeOn: '2026-12-31' },
      { openedOn: '2026-02-03', closeOn: '2027-03-01' },
    ]);
  });

  test('columns called created at, close at, closed at; and what wasn’t read is named', async () => {
    const { deals, report } = await brought('deals-at-columns.csv');
    expect([...deals.values()]).toMatchObject([
      { openedOn: '2026-01-15', closeOn: '2026-12-18', amount: 12_000, status: 'open' },
      { openedOn: '2026-01-20', closeOn: '2026-05-02', amount: 9_000, status: 'won' },
    ]);
    expect(Object.values(report.columns).join()).toContain('OpportunityStage');
  });
});
