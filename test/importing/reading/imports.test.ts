import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDeals } from '../../../src/importing/deals/deals.ts';
import { importRoster } from '../../../src/importing/roster/roster.ts';
import { findDealByExternalId } from '../../../src/store/deals.ts';
import { addPerson } from '../../../src/store/people.ts';
import { bytes, csv, emptyStore, linesOf, now, peopleOf } from '../../helpers/imports.ts';
import { rowsOf, workbook } from '../../helpers/workbooks.ts';

const cases = join(import.meta.dirname, '../../../../shared/cases');
const isThere = existsSync(cases);

test('a roster and deals come in from workbooks', async () => {
  const store = await emptyStore();
  const people = rowsOf(
    ['Our team, November', null, null],
    ['Name', 'Email', 'Manager'],
    ['Ada Quill', 'ada.quill@example.com', 'Mina Farrow'],
    ['Mina Farrow', 'mina.farrow@example.com', null],
  );
  const roster = await importRoster(store, bytes(workbook({ sheets: [{ name: 'People', rows: people }] })), {}, now);
  expect(roster).toMatchObject({ rows: 2, added: 2, refused: [] });
  expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
  const rows =
    rowsOf(['Record ID', 'Deal Name', 'Owner', 'Stage', 'Amount', 'Close Date']) +
    '<row r="2"><c r="A2"><v>123456789012</v></c><c r="B2" t="inlineStr"><is><t>Alfa</t></is></c><c r="C2" t="inlineStr"><is><t>Ada Quill</t></is></c><c r="D2" t="inlineStr"><is><t>Proposal</t></is></c><c r="E2" s="2"><v>1200.5</v></c><c r="F2" s="1"><v>46356</v></c></row>';
  const formats = ['dd/mm/yyyy', '[$€-407]#,##0.00'];
  const deals = await importDeals(store, bytes(workbook({ sheets: [{ name: 'Deals', rows }], formats })), {}, now);
  expect(deals).toMatchObject({ rows: 1, added: 1, refused: [] });
  expect(await findDealByExternalId(store, '123456789012')).toMatchObject({
    name: 'Alfa',
    amount: 1200.5,
    currency: 'EUR',
    closeOn: '2026-11-30',
  });
});

test('a roster grouped by manager has its lines', async () => {
  const store = await emptyStore();
  const file = csv(
    'Manager: Mina Farrow',
    'Name,Email',
    'Ada Quill,ada@x.io',
    '',
    'Manager: Lin Sato',
    'Name,Email',
    'Otto Brandt,otto@x.io',
  );
  const report = await importRoster(store, file, {}, now);
  expect(report).toMatchObject({ rows: 2, refused: [] });
  expect(report.notes.join(' ')).toContain('“Manager” of each row is what the line above it says');
  expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow', 'Otto Brandt < Lin Sato']);
});

test('another table under the deals is one refusal, and the count of rows holds', async () => {
  const store = await emptyStore();
  await addPerson(store, { name: 'Ada Quill' }, now);
  const lines = ['id,name,owner,stage', '1,Alfa,Ada Quill,Open', '', 'Stage,Count', 'Open,1', 'Won,0'];
  const report = await importDeals(store, csv(...lines), {}, now);
  expect(report).toMatchObject({ rows: 2, added: 1, refused: [{ line: 4 }] });
});

test('people without a header are asked about', async () => {
  const store = await emptyStore();
  const file = csv('Ada Quill,ada.quill@example.com,R-01,17', 'Otto Brandt,otto.brandt@example.com,R-02,18');
  const mapping = ['1=name', '2=email', '3=rep_id'];
  await importRoster(store, file, { mapping, noHeader: true }, now);
  expect((await peopleOf(store)).get('Ada Quill')).toMatchObject({ email: 'ada.quill@example.com' });
});

/** The folder lies beside the project; without it there is nothing to read. */
describe.skipIf(!isThere)(`cases (${isThere ? 'as they are' : 'skipped: ../shared/cases is missing'})`, () => {
  test('a line that says the separator is no header', async () => {
    const store = await emptyStore();
    await addPerson(store, { name: 'Ada Quill' }, now);
    expect(await importDeals(store, join(cases, 'deals-sep-line.csv'), {}, now)).toMatchObject({ rows: 1, added: 1 });
  });

  test('German people are the same in Windows-1252 as in UTF-8, and the guess is told', async () => {
    const found = [];
    for (const name of ['roster-german.csv', 'roster-german-windows-1252.csv']) {
      const store = await emptyStore();
      const report = await importRoster(store, join(cases, name), {}, now);
      expect(report.notes.some((note) => note.startsWith('Read as Windows-1252'))).toBe(name.includes('1252'));
      found.push({ lines: await linesOf(store), people: [...(await peopleOf(store)).values()] });
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[0]?.lines).toEqual(['Jürgen Weiß < Mina Farrow']);
  });
});
