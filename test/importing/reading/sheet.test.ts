import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '../../helpers/fast-check.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { CsvRecord } from '../../../src/importing/reading/records.ts';
import type { Source } from '../../../src/importing/reading/bytes.ts';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import { bytes, csv } from '../../helpers/imports.ts';

async function recordsOf(source: Source): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const batch of (await openSheet(source)).records()) records.push(...batch);
  return records;
}

function fileOf(text: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-records-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'file.csv');
  writeFileSync(path, text);
  return path;
}

describe('encodings', () => {
  const text = 'name,team\nZoë,Łódź\n';
  const expected = [
    ['name', 'team'],
    ['Zoë', 'Łódź'],
  ];
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without its mark, little end first', Buffer.from(text, 'utf16le')],
    ['UTF-16 without its mark, big end first', Buffer.from(text, 'utf16le').swap16()],
  ])('%s is read as it was meant, however it is cut', async (_, file) => {
    for (const size of [1, 2, 3, 7, file.length]) {
      const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_piece, index) =>
        file.subarray(index * size, (index + 1) * size),
      );
      expect((await recordsOf(bytes(...pieces))).map((record) => record.cells)).toEqual(expected);
    }
  });
});

describe('delimiters and line ends', () => {
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('a %s is told from the header', async (_, delimiter) => {
    const records = await recordsOf(csv(`"a,;b"${delimiter}c`, `1${delimiter}2`));
    expect(records.map((record) => record.cells)).toEqual([
      ['a,;b', 'c'],
      ['1', '2'],
    ]);
  });

  test.each(['\n', '\r\n', '\r'])('rows end with %j', async (end) => {
    const records = await recordsOf(bytes(Buffer.from(['a,b', '1,2', '3,4'].join(end))));
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ]);
  });
});

test('a row has the line on which it begins, also after quoted line breaks and blank lines', async () => {
  const records = await recordsOf(csv('a,b', '1,"x\r\ny\nz"', '', '', '2,"p\rq"', '3,r'));
  expect(records.map((record) => record.line)).toEqual([1, 2, 7, 9]);
});

test('whatever is quoted and however it is cut, cells and lines come back', async () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', 'é', '=', ' '), maxLength: 8 })
    // Such a cell is a guard of Excel around what it holds.
    .filter((text) => !/^\s*="[^]*"\s*$/.test(text));
  const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (body, size) => {
      const lines = [['h', 'i,', 'j,,'], ...body].map((row) =>
        row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','),
      );
      const file = Buffer.from(lines.join('\n'));
      const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, index) =>
        file.subarray(index * size, (index + 1) * size),
      );
      const records = await recordsOf(bytes(...pieces));
      expect(records.slice(1).map((record) => record.cells)).toEqual(body);
      let line = 1;
      const begins = lines.map((text) => (line += text.split(/\r\n|\n|\r/).length) - text.split(/\r\n|\n|\r/).length);
      expect(records.map((record) => record.line)).toEqual(begins);
    }),
    { numRuns: 150 },
  );
});

describe('what is no CSV is refused with line and reason', () => {
  test.each([
    ['a quote that is never closed', ['a,b', '1,2', '"3,4', '5,6'], 'Line 3 has a quote that is never closed'],
    ['one after a quoted line break', ['a,b', '"1\n1",2', '3,"4'], 'Line 4 has a quote that is never closed'],
    ['a quote in the middle', ['a,b', '"1",in 5" steel'], 'Line 2 has a quote in the middle of a cell'],
    ['text after a closing quote', ['a,b', '"1"x,2'], 'Line 2 has text after a closing quote'],
  ])('%s', async (_, lines, message) => {
    await expect(recordsOf(csv(...lines))).rejects.toThrow(message);
    await expect(recordsOf(fileOf(lines.join('\n')))).rejects.toThrow(UserError);
  });

  test('in a file by path before its first row comes, wherever it stands', async () => {
    const path = fileOf(`a,b\n${'1,2\n'.repeat(200_000)}"3,4\n`);
    const taken: CsvRecord[] = [];
    await expect(
      (async () => {
        for await (const batch of (await openSheet(path)).records()) taken.push(...batch);
      })(),
    ).rejects.toThrow('Line 200002 has a quote that is never closed');
    expect(taken).toEqual([]);
  });

  test('a missing file and a folder are named', async () => {
    await expect(recordsOf('/nowhere/at-all.csv')).rejects.toThrow('There is no file /nowhere/at-all.csv');
    await expect(recordsOf(tmpdir())).rejects.toThrow('is a folder');
  });
});

test('a sheet of a file without sheets is passed over, and that is said', async () => {
  const sheet = await openSheet(csv('a,b', '1,2'), { sheet: 'Data' });
  expect(sheet.notes).toEqual(['This file has no sheets to choose from: --sheet was passed over.']);
});
