import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import type { SheetOptions } from '../../../src/importing/reading/sheet.ts';
import { bytes } from '../../helpers/imports.ts';

async function read(file: Buffer, options: SheetOptions = {}) {
  const sheet = await openSheet(bytes(file), options);
  const cells = [];
  for await (const batch of sheet.records()) cells.push(...batch.map((record) => record.cells));
  return { cells, notes: sheet.notes };
}

const people = 'name;team\nJürgen Weiß;Süd\n';
const table = [
  ['name', 'team'],
  ['Jürgen Weiß', 'Süd'],
];

describe('a guess is told', () => {
  test('with a name to check', async () => {
    expect(await read(iconv.encode(people, 'windows-1252'))).toEqual({
      cells: table,
      notes: [
        'Read as Windows-1252, because it isn’t UTF-8: check names such as “Jürgen Weiß”. If they are wrong, say which encoding it is with --encoding.',
      ],
    });
  });

  test.each([
    ['macintosh', 'Mac OS Roman'],
    ['cp850', 'CP850'],
  ])('%s', async (encoding, name) => {
    const found = await read(iconv.encode(people, encoding));
    expect(found.cells).toEqual(table);
    expect(found.notes[0]).toContain(`Read as ${name},`);
  });

  test.each(['shift_jis', 'euc-jp'])('%s, whatever its bytes look like', async (encoding) => {
    const text = '氏名,部署,上司\n高橋 一郎,営業部,\n表 十郎,営業部,高橋 一郎\n';
    expect((await read(iconv.encode(text, encoding))).cells.at(-1)).toEqual(['表 十郎', '営業部', '高橋 一郎']);
  });

  test('and isn’t made of a file in ASCII, or in UTF-8', async () => {
    for (const text of ['name,team\nAda,Sales\n', people, '\ufeffname,team\n李娜,Sales\n'])
      expect((await read(Buffer.from(text))).notes).toEqual([]);
  });

  test('is made of a line that comes late in a long file', async () => {
    const text = `name,team\n${'Ada Quill,Sales\n'.repeat(50_000)}Jürgen Weiß,Süd\n`;
    const found = await read(iconv.encode(text, 'windows-1252'));
    expect(found.cells.at(-1)).toEqual(['Jürgen Weiß', 'Süd']);
    expect(found.notes).toHaveLength(1);
  });
});

describe('an encoding that is said', () => {
  test.each([
    ['windows-1252', 'windows-1252'],
    ['Latin1', 'windows-1252'],
    ['ANSI', 'windows-1252'],
    ['Mac Roman', 'macintosh'],
    ['cp850', 'cp850'],
    ['UTF-16LE', 'utf-16le'],
    ['utf8', 'utf-8'],
  ])('%s', async (encoding, written) => {
    expect(await read(iconv.encode(people, written), { encoding })).toEqual({ cells: table, notes: [] });
  });

  test('goes before what the bytes look like', async () => {
    const found = await read(iconv.encode('name\nJosé\n', 'windows-1252'), { encoding: 'windows-1251' });
    expect(found.cells[1]).toEqual(['Josй']);
  });

  test.each(['klingon', '', 'base64', 'hex'])('unknown: “%s”', async (encoding) => {
    await expect(read(Buffer.from(people), { encoding })).rejects.toThrow(
      `There is no encoding “${encoding}”. Some that there are: utf-8,`,
    );
  });
});

describe('UTF-8 with strange bytes', () => {
  test('are read as Windows-1252 has them, and counted', async () => {
    const file = Buffer.concat([
      Buffer.from('name;team\nZoë;Süd\n'),
      Buffer.from('Sean O\x92Neill;a \x96 b\n', 'latin1'),
      Buffer.from('Łukasz;Łódź\n'),
    ]);
    const found = await read(file);
    expect(found.cells).toEqual([
      ['name', 'team'],
      ['Zoë', 'Süd'],
      ['Sean O’Neill', 'a – b'],
      ['Łukasz', 'Łódź'],
    ]);
    expect(found.notes).toEqual([
      '1 line holds bytes that aren’t UTF-8, as the rest of the file is. They were read as Windows-1252: check the dashes, quotes and umlauts there.',
    ]);
  });

  test('however the file is cut', async () => {
    const file = Buffer.concat([Buffer.from('name\nZoë 😀\nŁódź\n'), Buffer.from([0xfc, 0x0a]), Buffer.from('é\n')]);
    for (let size = 1; size <= 5; size += 1) {
      const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
        file.subarray(at * size, (at + 1) * size),
      );
      const sheet = await openSheet(bytes(...pieces));
      const cells = [];
      for await (const batch of sheet.records()) cells.push(...batch.flatMap((record) => record.cells));
      expect(cells).toEqual(['name', 'Zoë 😀', 'Łódź', 'ü', 'é']);
    }
  });
});

const twice = (text: string) => iconv.encode(iconv.decode(Buffer.from(text), 'latin1'), 'utf-8');
const byWindows = (text: string) => Buffer.from(iconv.decode(Buffer.from(text), 'windows-1252'));

describe('UTF-8 that was written twice', () => {
  test.each(['Jürgen Weiß', 'José', '李娜', 'Łukasz Żak', 'O’Neill – x'])('is put right: %s', async (name) => {
    for (const write of [twice, byWindows]) {
      const file = write(`name,team\n${name},Sales\n`);
      // Five bytes mean nothing in Windows-1252: what they were is lost.
      if (file.includes('\ufffd')) continue;
      expect((await read(file)).cells[1]).toEqual([name, 'Sales']);
    }
  });

  test('is told', async () => {
    expect((await read(byWindows(people))).notes).toEqual([
      'The file was turned into UTF-8 twice: “JÃ¼rgen WeiÃŸ” was read as “Jürgen Weiß”. If that is wrong, give --encoding utf-8.',
    ]);
    expect((await read(byWindows(people), { encoding: 'utf-8' })).cells[1]?.[0]).toBe('JÃ¼rgen WeiÃŸ');
  });

  test('is left where other lines are right', async () => {
    const file = Buffer.concat([Buffer.from('name,team\nZoë,Süd\n'), byWindows('Jürgen,Nord\n')]);
    const found = await read(file);
    expect(found.cells.at(-1)).toEqual(['JÃ¼rgen', 'Nord']);
    expect(found.notes[0]).toContain('1 line holds text that was turned into UTF-8 twice, such as “JÃ¼rgen”');
  });

  test('isn’t seen in names that only look so', async () => {
    for (const name of ['SÃO PAULO', 'Ânia', 'CÃES'])
      expect(await read(Buffer.from(`name\n${name}\n`))).toEqual({ cells: [['name'], [name]], notes: [] });
  });
});

test('a file by path is read piece by piece, as often as needed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-text-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'people.csv');
  const text = `name;team\n${'Jürgen Weiß;Süd\n'.repeat(40_000)}`;
  writeFileSync(path, iconv.encode(text, 'windows-1252'));
  const sheet = await openSheet(path);
  for (let time = 0; time < 2; time += 1) {
    let rows = 0;
    let bytesRead = 0;
    for await (const batch of sheet.records((count) => (bytesRead = count))) {
      rows += batch.length;
      expect(batch.every(({ cells }) => cells.length === 2)).toBe(true);
    }
    expect({ rows, bytesRead }).toEqual({ rows: 40_001, bytesRead: text.length });
  }
});
