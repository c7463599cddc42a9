import { describe, expect, test } from 'vitest';
import { importDeals } from '../../../src/importing/deals/deals.ts';
import { importRoster } from '../../../src/importing/roster/roster.ts';
import { csv, emptyStore, linesOf, now, peopleOf } from '../../helpers/imports.ts';

describe('a header of two lines', () => {
  test.each([
    ['groups over parts of names', ['Person,,Team,,Start', 'First name,Last name,Manager,Office,']],
    ['groups over the same names twice', ['Employee,,Manager,,', 'Name,Email,Name,Email,Start']],
  ])('is read by its lower line: %s', async (_, header) => {
    const isSplit = header[0]?.startsWith('Person') === true;
    const store = await emptyStore();
    const rows = isSplit
      ? ['Mina,Farrow,,Berlin,2019-04-23', 'Ada,Quill,Mina Farrow,Berlin,2024-03-02']
      : [
          'Mina Farrow,mina@example.com,,,2019-04-23',
          'Ada Quill,ada@example.com,Mina Farrow,mina@example.com,2024-03-02',
        ];
    const report = await importRoster(store, csv('Our team', '', ...header, ...rows), {}, now);
    expect(report).toMatchObject({ rows: 2, added: 2, refused: [] });
    expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
    expect((await peopleOf(store)).get('Ada Quill')?.startedOn).toBe('2024-03-02');
  });
});

test('remarks under a table are nobody’s names', async () => {
  const store = await emptyStore();
  const rows = ['Name,Manager,Start', 'Mina Farrow,,2019-04-23', 'Ada Quill,Mina Farrow,2024-03-02'];
  const remarks = ['', '* Otto joins us in January – TBC', 'Questions? Ask Mina'];
  const report = await importRoster(store, csv(...rows, ...remarks), {}, now);
  expect(report).toMatchObject({ rows: 2, added: 2, refused: [] });
  expect(report.notes).toContain(
    '2 lines of one cell left out, because no row looks like that: “* Otto joins us in January – TBC”, “Questions? Ask Mina”.',
  );
});

test('a row behind a cell of several lines doesn’t stand apart', async () => {
  const store = await emptyStore();
  const rows = ['Name,Manager,Notes', 'Ada Quill,Mina Farrow,"a\nb\nc"', 'Mina Farrow,,'];
  expect(await importRoster(store, csv(...rows), {}, now)).toMatchObject({ rows: 2, added: 2 });
});

const row = (id: number) => `Deal ${id},Ada Quill,Proposal,100,${id},red`;

describe('of deals', () => {
  const head = 'Name,Owner,Stage,Value,Id,Tags';
  test.each([
    ['sums without a word', [',,,200,,'], '1 line of totals and the report’s own footer were left out.'],
    [
      'titles of groups',
      ['Closed won,,,,,'],
      '1 line of one cell left out, because no row looks like that: “Closed won”.',
    ],
    [
      'what goes on with a record',
      [',,,,,blue', ',,,,,green'],
      '2 lines of one cell left out, because no row looks like that: “blue”, “green”.',
    ],
  ])('%s are no rows', async (_, between, note) => {
    const store = await emptyStore();
    await importRoster(store, csv('Name', 'Ada Quill'), {}, now);
    const report = await importDeals(store, csv(head, row(1), ...between, row(2), row(3)), {}, now);
    expect(report).toMatchObject({ rows: 3, added: 3, refused: [] });
    expect(report.notes).toContain(note);
  });

  test('a row without an id is refused', async () => {
    const store = await emptyStore();
    await importRoster(store, csv('Name', 'Ada Quill'), {}, now);
    const report = await importDeals(store, csv(head, row(1), 'Deal 2,Ada Quill,Proposal,1,,', row(3)), {}, now);
    expect(report).toMatchObject({ rows: 3, added: 2, refused: [{ line: 3 }] });
  });
});
