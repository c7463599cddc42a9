import { describe, expect, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import { importDeals } from '../../../src/importing/deals/deals.ts';
import { importRoster } from '../../../src/importing/roster/roster.ts';
import { bytes, csv, emptyStore, linesOf, now, peopleOf } from '../../helpers/imports.ts';

async function cellsOf(...lines: readonly string[]): Promise<(readonly string[])[]> {
  const sheet = await openSheet(csv(...lines));
  const found = [];
  for await (const batch of sheet.records()) found.push(...batch.map(({ cells }) => cells));
  return found;
}

describe('what nobody sees, and marks around a cell, are no part of it', () => {
  test.each([
    ['a space without width', 'Ada\u200b Quill', 'Ada Quill'],
    ['a soft hyphen', 'Ada Qu\u00adill', 'Ada Quill'],
    ['a byte order mark', '\ufeffAda Quill', 'Ada Quill'],
    ['marks of direction', '\u200eAda Quill\u202c', 'Ada Quill'],
    ['quotes of a word processor', '“Ada Quill”', 'Ada Quill'],
    ['German ones', '„Ada Quill“', 'Ada Quill'],
    ['a guard of Excel', '="00123"', '00123'],
    ['an apostrophe before a number', "'00123", '00123'],
    ['an apostrophe before a day', "'03/04/2026", '03/04/2026'],
    ['an apostrophe that begins a name', "'t Hooft", "'t Hooft"],
    ['quotes in a cell', 'Ada “Addie” Quill', 'Ada “Addie” Quill'],
    ['two words in quotes', '“a” and “b”', '“a” and “b”'],
    ['a joiner that is seen', '👩\u200d💻', '👩\u200d💻'],
    ['a link', '=HYPERLINK("https://example.com/1", "Ada Quill")', 'Ada Quill'],
    ['an apostrophe before a formula', "'=A1", "'=A1"],
    ['an equals sign', '=A1', '=A1'],
  ])('%s', async (_, written, read) => {
    expect(await cellsOf('Name;Other', `${written};x`)).toEqual([
      ['Name', 'Other'],
      [read, 'x'],
    ]);
  });

  test('guards stand beside cells in quotes', async () => {
    expect(await cellsOf('a,b,c', '="007",="",""', '="a ""b""","1,000","x=""y"""', '=5,=,"="')).toEqual([
      ['a', 'b', 'c'],
      ['007', '', ''],
      ['a "b"', '1,000', 'x="y"'],
      ['=5', '=', '='],
    ]);
  });

  test('guards may be cut by pieces of the file', async () => {
    const whole = Buffer.from('a,b\n="007","x, y"\n="008","z"\n');
    const single = Array.from(whole, (byte) => Buffer.from([byte]));
    const sheet = await openSheet(bytes(...single));
    const found = [];
    for await (const batch of sheet.records()) found.push(...batch.map(({ cells }) => cells));
    expect(found).toEqual([
      ['a', 'b'],
      ['007', 'x, y'],
      ['008', 'z'],
    ]);
  });
});

test('people of a roster are found through what nobody sees', async () => {
  const store = await emptyStore();
  const file = csv(
    'Name\u200b,\u00a0Email,Man\u00adager,Start date',
    'Mina Farrow\u00a0,\u200bmina@example.com,\u200b,2019-04-23\u200b',
    'Ada\u00a0Quill,ada@example.com\u200b,Min\u00ada Farrow,2024-03-02',
  );
  expect(await importRoster(store, file, {}, now)).toMatchObject({ added: 2, refused: [], leftBlank: [] });
  expect(await linesOf(store)).toEqual(['Ada Quill < Mina Farrow']);
  expect((await peopleOf(store)).get('Ada Quill')?.email).toBe('ada@example.com');
});

test('two files put together have one header', async () => {
  const store = await emptyStore();
  await importRoster(store, csv('Name', 'Ada Quill'), {}, now);
  const file = csv('\ufeffDeal ID,Owner,Stage', '1,Ada Quill,Won', '\ufeffDeal ID,Owner,Stage', "'002,Ada Quill,Lost");
  expect(await importDeals(store, file, {}, now)).toMatchObject({ added: 2, refused: [] });
});
