import { fc } from '../../helpers/fast-check.ts';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openSheet } from '../../../src/importing/reading/sheet.ts';
import { bytes } from '../../helpers/imports.ts';

/** Words that the encodings can write, at least three to a table, so that a guess has something to go by. */
const words = {
  german: ['Jürgen Weiß', 'Käthe Böhm', 'Jörg Grünewald', 'Änne Müller', 'Björn Großmann', 'Übersee'],
  swedish: ['Åsa Sjöström', 'Björn Håkansson', 'Märta Öberg', 'Västerås'],
  polish: ['Paweł Wiśniewski', 'Małgorzata Żak', 'Łukasz Gołąb', 'Józef Dąbrowski'],
  russian: ['Иван Петров', 'Ольга Смирнова', 'Мария Кузнецова'],
  japanese: ['佐藤 花子', '鈴木 一郎', '高橋 さくら', '営業部'],
  korean: ['김민수', '이서연', '박지영', '영업팀'],
  chinese: ['王伟', '李娜', '张敏', '销售部'],
} as const;

const encodings: readonly (readonly [string, keyof typeof words])[] = [
  ['utf-8', 'swedish'],
  ['utf-8', 'chinese'],
  ['utf-16le', 'japanese'],
  ['utf-16be', 'german'],
  ['windows-1252', 'german'],
  ['windows-1252', 'swedish'],
  ['macintosh', 'german'],
  ['cp850', 'german'],
  ['windows-1250', 'polish'],
  ['iso-8859-2', 'polish'],
  ['windows-1251', 'russian'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese'],
  ['euc-kr', 'korean'],
  ['gb18030', 'chinese'],
];

const plain = [
  'Ada Quill',
  'Sales',
  '1200',
  '12,5',
  '2026-11-30',
  'a;b',
  'x|y',
  '',
  'said "no"',
  '5" disk',
  'two\nlines',
  ' b',
];

const tables = fc
  .record({
    encoding: fc.constantFrom(...encodings),
    separator: fc.constantFrom(',', ';', '\t', '|'),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.constantFrom<'all' | 'needed'>('all', 'needed'),
    hasMark: fc.boolean(),
    width: fc.integer({ min: 3, max: 6 }),
    height: fc.integer({ min: 3, max: 9 }),
    seeds: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    size: fc.integer({ min: 1, max: 40 }),
  })
  .map((given) => {
    const { encoding, width, height, seeds } = given;
    const [, language] = encoding;
    const rows = Array.from({ length: height }, (_row, row) =>
      Array.from({ length: width }, (_cell, column) => {
        // Different words in each row, so that a guess has something to go by.
        const seed = column === 0 ? (seeds[0] ?? 0) + row : (seeds[(row * width + column) % seeds.length] ?? 0);
        const from: readonly string[] = column === 0 ? words[language] : plain;
        return from[seed % from.length] ?? '';
      }),
    );
    const header = Array.from(
      { length: width },
      (_, column) => ['name', 'team', 'stage', 'amount', 'owner', 'city'][column] ?? '',
    );
    return { ...given, table: [header, ...rows] };
  });

test('a table comes back cell by cell, whatever it is written in', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async ({ encoding: [encoding], separator, end, quotes, hasMark, table, size }) => {
      const needsQuotes = (cell: string) => quotes === 'all' || /["\r\n]/.test(cell) || cell.includes(separator);
      const text = table
        .map((row) => row.map((cell) => (needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator))
        .join(end);
      const mark = hasMark && encoding.startsWith('utf') ? '\ufeff' : '';
      const file = iconv.encode(`${mark}${text}${end}`, encoding, { addBOM: false });
      const pieces = Array.from({ length: Math.ceil(file.length / size) }, (_, at) =>
        file.subarray(at * size, (at + 1) * size),
      );
      const found = [];
      for await (const batch of (await openSheet(bytes(...pieces))).records())
        found.push(...batch.map((record) => record.cells));
      expect(found).toEqual(table);
    }),
    { numRuns: 400 },
  );
});
