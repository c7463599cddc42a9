import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/pictures/balance.ts';
import { heatMap } from '../../src/pictures/heat-map.ts';
import { card, text } from '../../src/pictures/svg.ts';
import { toPng } from '../../src/pictures/png.ts';
import { trend } from '../../src/pictures/trend.ts';
import { typefaces } from '../../src/pictures/typefaces.ts';
import {
  balanceOf,
  eightNames,
  fourThreads,
  hardNames,
  madeUpName,
  madeUpWeeks,
  weeksOf,
} from '../helpers/pictures.ts';

const folder = join(import.meta.dirname, 'references');
/** Set it to `write` after a wanted change, and look at what is written. */
const isWriting = process.env['FIRSTLINE_REFERENCES'] === 'write';
/** Of all pixels: edges of letters differ by machine, a moved or missing label doesn't pass. */
const toleratedShare = 0.001;

const sixtyNames = Array.from({ length: 60 }, (_, at) => madeUpName(at));
const pictures = {
  'heat-map-1': heatMap(weeksOf(['Priya Nair'])),
  'heat-map-8': heatMap(weeksOf(eightNames, 4)),
  'heat-map-60': heatMap(madeUpWeeks(60, 8)),
  'heat-map-600': heatMap(madeUpWeeks(600, 10)),
  'heat-map-names': heatMap(weeksOf(hardNames)),
  'balance-8': balance(balanceOf(eightNames)),
  'balance-60': balance(balanceOf(sixtyNames)),
  trend: trend(fourThreads),
};

describe('a picture looks as it was last looked at', () => {
  test.each(Object.entries(pictures))('%s', async (name, picture) => {
    const path = join(folder, `${name}.png`);
    const made = await toPng(picture);
    if (isWriting) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, made);
    }
    const drawn = PNG.sync.read(made);
    const reference = PNG.sync.read(readFileSync(path));
    expect({ width: drawn.width, height: drawn.height }).toEqual({ width: 1600, height: 800 });
    const different = pixelmatch(drawn.data, reference.data, undefined, 1600, 800, { threshold: 0.15 });
    expect(different / (1600 * 800)).toBeLessThan(toleratedShare);
  });
});

test('the ground is light and opaque, and only the corners let through what is behind', async () => {
  const { data, width, height } = PNG.sync.read(await toPng(pictures['heat-map-8']));
  const alphaAt = (x: number, y: number) => data[(y * width + x) * 4 + 3];
  expect([alphaAt(0, 0), alphaAt(width - 1, height - 1)]).toEqual([0, 0]);
  expect([alphaAt(60, 20), alphaAt(width / 2, height / 2), alphaAt(width - 20, height / 2)]).toEqual([255, 255, 255]);
});

describe('each typeface has all that it is said to have', () => {
  test.each(typefaces.map((typeface) => [typeface.family, typeface] as const))('%s', (_family, { covers, files }) => {
    for (const file of files) {
      const has = codePointsOf(readFileSync(file));
      const missing: string[] = [];
      for (let point = 0x20; point < 0x10000; point += 1)
        if (covers.test(String.fromCodePoint(point)) && !has.has(point)) missing.push(point.toString(16));
      expect(missing).toEqual([]);
    }
  });
});

test('letters made of several signs don’t fall on each other, and words keep their space', async () => {
  const together = await inkOf('प्रिया शर्मा');
  const [first, second] = [await inkOf('प्रिया'), await inkOf('शर्मा')];
  expect(together).toBeGreaterThan(first + second + 10);
  const letters = await Promise.all(['प्रि', 'या'].map((letter) => inkOf(letter)));
  expect(first).toBeGreaterThan(letters.reduce((sum, letter) => sum + letter, 0) - 4);
});

/** How wide a word is drawn, in pixels, at 100 units. */
async function inkOf(words: string): Promise<number> {
  const { data, width, height } = PNG.sync.read(await toPng({ svg: card(text(30, 220, words, { size: 100 })) }));
  const isInk = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 100;
  const rows = Array.from({ length: height - 80 }, (_, at) => at + 40);
  const columns = Array.from({ length: width - 80 }, (_, at) => at + 40).filter((x) => rows.some((y) => isInk(x, y)));
  return Math.max(...columns) - Math.min(...columns);
}

/** What the `cmap` table lists (OpenType 1.9, formats 4 and 12). */
function codePointsOf(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (record === undefined) throw new Error('No cmap');
  const cmap = font.readUInt32BE(record + 8);
  const found = new Set<number>();
  const add = (from: number, to: number) => {
    for (let point = from; point <= to && point < 0xffff; point += 1) found.add(point);
  };
  for (let at = 0; at < font.readUInt16BE(cmap + 2); at += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + at * 8);
    const format = font.readUInt16BE(table);
    if (format === 12)
      for (let group = 0; group < font.readUInt32BE(table + 12); group += 1)
        add(font.readUInt32BE(table + 16 + group * 12), font.readUInt32BE(table + 20 + group * 12));
    const segments = format === 4 ? font.readUInt16BE(table + 6) / 2 : 0;
    for (let segment = 0; segment < segments; segment += 1)
      add(font.readUInt16BE(table + 16 + segments * 2 + segment * 2), font.readUInt16BE(table + 14 + segment * 2));
  }
  return found;
}
