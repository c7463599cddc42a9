import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import type { SheetOptions } from '../../../src/importing/reading/sheet.ts';
import { packZip } from '../../../src/importing/reading/workbook/zip.ts';
import { bytes } from '../../helpers/imports.ts';
import { rowsOf, workbook } from '../../helpers/workbooks.ts';

async function read(file: Buffer, options: SheetOptions = {}) {
  const sheet = await openSheet(bytes(file), options);
  const records = [];
  for await (const batch of sheet.records()) records.push(...batch);
  return { records, cells: records.map((record) => record.cells), notes: sheet.notes };
}

async function cellsIn(
  rows: string,
  formats: readonly string[] = [],
  more: { is1904?: boolean; strings?: string[] } = {},
) {
  return (await read(workbook({ sheets: [{ name: 'One', rows }], formats, ...more }))).cells;
}

describe('a cell', () => {
  const days: readonly (readonly [string, number, string])[] = [
    ['dd/mm/yyyy', 46356, '2026-11-30'],
    ['m/d/yy', 46356, '2026-11-30'],
    ['[$-407]d. mmmm yyyy', 46356, '2026-11-30'],
    ['yyyy-mm-dd hh:mm', 46356.375, '2026-11-30T09:00'],
    ['yyyy-mm-dd hh:mm:ss', 46_356 + 32_409 / 86_400, '2026-11-30T09:00:09'],
    ['d/m/yyyy h:mm AM/PM', 46356, '2026-11-30'],
    ['yyyy-mm-dd', 46356.375, '2026-11-30'],
    ['mmm-yy', 46356, '2026-11-30'],
    ['yyyy"年"m"月"d"日"', 46356, '2026-11-30'],
    ['[h]:mm', 1.5, '36:00'],
    ['h:mm', 0.375, '9:00'],
    ['yyyy-mm-dd', 60, '1900-02-29'],
  ];
  test.each(days)('that is a day in the format %s, %d: %s', async (format, value, text) => {
    expect(await cellsIn(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, [format])).toEqual([[text]]);
  });

  const numbers: readonly (readonly [string, string, string])[] = [
    ['General', '123456789012', '123456789012'],
    ['General', '123456789012345678', '123456789012345680'],
    ['General', '0.30000000000000004', '0.3'],
    ['General', '1E+21', '1000000000000000000000'],
    ['General', '1E-7', '0.0000001'],
    ['General', '-12.5', '-12.5'],
    ['0.00E+00', '1234567', '1234567'],
    ['#,##0', '1234567', '1234567'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['#,##0', '12.345', '12.3450'],
    ['0%', '0.125', '12.5%'],
    ['"$"#,##0.00', '1200.5', '1200.5 $'],
    ['[$€-407]#,##0.00', '1200', '1200 €'],
    ['#,##0.00\\ [$€-407]', '-3', '-3 €'],
    ['_-* #,##0.00\\ "EUR"_-', '7', '7 EUR'],
    ['_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)', '0', '0 $'],
    ['[$USD] #,##0', '5', '5 USD'],
    ['00000', '42', '00042'],
    ['[Red]-0', '-5', '-5'],
    ['@', '42', '42'],
  ];
  test.each(numbers)('that is a number in the format %s, %s: %s', async (format, value, text) => {
    expect(await cellsIn(`<row r="1"><c r="A1" s="1"><v>${value}</v></c></row>`, [format])).toEqual([[text]]);
  });

  const others: readonly (readonly [string, string, string])[] = [
    ['text of 18 digits', '<c r="A1" t="inlineStr"><is><t>123456789012345678</t></is></c>', '123456789012345678'],
    ['text with a zero before', '<c r="A1" t="str"><v>007</v></c>', '007'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula with its value', '<c r="A1"><f>2+3</f><v>5</v></c>', '5'],
    ['a formula that gives text', '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', 'ab'],
    ['a formula that was never reckoned', '<c r="A1"><f>2+3</f></c><c r="B1"><v>1</v></c>', ''],
    ['a day in ISO', '<c r="A1" t="d" s="1"><v>2026-11-30T00:00:00</v></c>', '2026-11-30'],
    ['text with markup', '<c r="A1" t="s"><v>0</v></c>', 'Ada Quill & <Co>'],
    ['text with how it is said', '<c r="A1" t="s"><v>1</v></c>', '佐藤'],
  ];
  const strings = [
    '<r><t>Ada </t></r><r><rPr><b/></rPr><t xml:space="preserve">Quill &amp; &lt;Co&gt;</t></r>',
    '<t>佐藤</t><rPh sb="0" eb="2"><t>サトウ</t></rPh>',
  ];
  test.each(others)('that is %s', async (_, cell, text) => {
    expect((await cellsIn(`<row r="1">${cell}</row>`, ['yyyy-mm-dd'], { strings }))[0]?.[0]).toBe(text);
  });

  test('counts days from 1904 where the workbook does', async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>44894</v></c></row>';
    expect(await cellsIn(rows, ['yyyy-mm-dd'], { is1904: true })).toEqual([['2026-11-30']]);
  });
});

describe('a sheet', () => {
  test('has the lines of its rows, its first columns though they are blank, and as many cells in each', async () => {
    const rows =
      '<row r="3"><c r="B3" t="inlineStr"><is><t>a</t></is></c><c r="C3" t="inlineStr"><is><t>b</t></is></c></row>' +
      '<row r="7"><c r="B7"><v>1</v></c></row><row r="9"><c r="B9" t="inlineStr"><is><t> </t></is></c></row>';
    expect((await read(workbook({ sheets: [{ name: 'One', rows }] }))).records).toEqual([
      { line: 3, cells: ['', 'a', 'b'] },
      { line: 7, cells: ['', '1', ''] },
    ]);
  });

  test('fills in cells that are merged downwards, and no others', async () => {
    const rows = rowsOf(
      ['Report', null, null],
      ['Mina', 'Ada', 1],
      [null, 'Otto', 2],
      [null, 'Bea', 3],
      ['Lin', 'Ian', 4],
    );
    const after = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>';
    expect((await read(workbook({ sheets: [{ name: 'One', rows, after }] }))).cells).toEqual([
      ['Report', '', ''],
      ['Mina', 'Ada', '1'],
      ['Mina', 'Otto', '2'],
      ['', 'Bea', '3'],
      ['Lin', 'Ian', '4'],
    ]);
  });

  const sheets = [
    { name: 'Lists', rows: rowsOf(['x']), state: 'hidden' as const },
    { name: 'Cover', rows: '' },
    { name: 'Deals', rows: rowsOf(['id'], [1]) },
    { name: 'Old & gone', rows: rowsOf(['old']) },
  ];
  test.each([
    [undefined, 'id', ['Read the sheet “Deals”. Not read: “Lists” (hidden), “Old & gone”. Name another with --sheet.']],
    ['Old & gone', 'old', []],
    ['old & GONE', 'old', []],
    ['3', 'old', []],
    ['lists', 'x', []],
  ])('is found: %s', async (sheet, first, notes) => {
    const found = await read(workbook({ sheets }), sheet === undefined ? {} : { sheet });
    expect(found).toMatchObject({ cells: [[first], ...(first === 'id' ? [['1']] : [])], notes });
  });

  test('that isn’t there is told, with those that are', async () => {
    await expect(read(workbook({ sheets }), { sheet: 'New' })).rejects.toThrow(
      'There is no sheet “New”. The sheets are: “Lists” (hidden), “Cover”, “Deals”, “Old & gone”.',
    );
    await expect(read(workbook({ sheets }), { sheet: '9' })).rejects.toThrow('There is no sheet “9”');
  });

  test('may say that its last row is the millionth', async () => {
    const rows = `${rowsOf(['a'])}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`;
    expect((await read(workbook({ sheets: [{ name: 'One', rows }] }))).records.at(-1)).toEqual({
      line: 1_048_576,
      cells: ['1'],
    });
  });

  test('of too many columns is refused', async () => {
    const rows = '<row r="1"><c r="XFD1"><v>1</v></c></row>';
    await expect(read(workbook({ sheets: [{ name: 'One', rows }] }))).rejects.toThrow('16384 columns');
  });

  test('can be read again', async () => {
    const sheet = await openSheet(bytes(workbook({ sheets: [{ name: 'One', rows: rowsOf(['a', 1]) }] })));
    for (let time = 0; time < 2; time += 1)
      for await (const batch of sheet.records()) expect(batch).toEqual([{ line: 1, cells: ['a', '1'] }]);
  });
});

test('a workbook as SheetJS writes it, with parts that no table needs, is read', async () => {
  const sheet = utils.aoa_to_sheet([
    ['id', 'closes', 'amount'],
    ['006A', new Date(Date.UTC(2026, 10, 30)), 1200.5],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Deals');
  for (const bookType of ['xlsx', 'xlsm'] as const)
    expect((await read(write(book, { type: 'buffer', bookType, compression: true }) as Buffer)).cells).toEqual([
      ['id', 'closes', 'amount'],
      ['006A', '2026-11-30', '1200.5'],
    ]);
});

describe('what somebody made to do harm', () => {
  test('a part that unpacks to more than anybody has is refused', async () => {
    const bomb = deflateRawSync(Buffer.alloc(400 * 1024 * 1024, 32));
    const file = workbook({ sheets: [{ name: 'One', rows: '' }], more: new Map([['xl/worksheets/sheet9.xml', bomb]]) });
    // The part is written as it is: say that it is packed.
    for (let at = file.indexOf('sheet9.xml'); at >= 0; at = file.indexOf('sheet9.xml', at + 1)) {
      const start = at - 'xl/worksheets/'.length;
      if (file.readUInt32LE(start - 30) === 0x04034b50) file.writeUInt16LE(8, start - 30 + 8);
      else if (file.readUInt32LE(start - 46) === 0x02014b50) file.writeUInt16LE(8, start - 46 + 10);
    }
    await expect(read(file)).rejects.toThrow('too big');
  });

  test('names that mean something to JavaScript are names', async () => {
    const found = await read(
      workbook({
        sheets: [
          { name: '__proto__', rows: rowsOf(['a']) },
          { name: 'constructor', rows: rowsOf(['b']) },
        ],
      }),
      { sheet: 'constructor' },
    );
    expect(found.cells).toEqual([['b']]);
    expect(({} as Record<string, unknown>)['!data']).toBeUndefined();
  });

  test.each([
    ['cut off', (file: Buffer) => file.subarray(0, file.length - 30)],
    ['no parts', () => packZip(new Map([['xl/workbook.xml', Buffer.from('<workbook/>')]]))],
    ['other text', (file: Buffer) => Buffer.concat([file.subarray(0, 200), Buffer.alloc(400), file.subarray(600)])],
  ])('a damaged file is refused in words: %s', async (_, damage) => {
    await expect(read(damage(workbook({ sheets: [{ name: 'One', rows: rowsOf(['a']) }] })))).rejects.toThrow(
      /damaged|can’t be read|no sheet/,
    );
  });
});
