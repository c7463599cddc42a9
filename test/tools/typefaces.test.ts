import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { inter } from '../../src/pictures/typefaces.ts';
import { fontOf, tablesOf } from '../../tools/typefaces/sfnt.ts';
import { trimmed, typefacesToTrim } from '../../tools/typefaces/trim.ts';

const files = typefacesToTrim.map((each) => [basename(each.file), each] as const);

describe('a trimmed typeface', () => {
  test('is what pictures are lettered in', () => {
    expect(typefacesToTrim.map(({ file }) => file)).toEqual(inter.files);
  });

  test.each(files)('is exactly what the tool makes from the whole one: %s', (_name, { file, whole }) => {
    // Not toEqual, which would print both files.
    expect(trimmed(readFileSync(whole), inter.covers).equals(readFileSync(file))).toBe(true);
  });

  test.each(files)('has the glyphs’ numbers and widths of the whole one: %s', (_name, { file, whole }) => {
    const [before, after] = [tablesOf(readFileSync(whole)), tablesOf(readFileSync(file))];
    for (const tag of ['hmtx', 'hhea', 'maxp', 'OS/2', 'name'])
      expect(after.get(tag)?.equals(before.get(tag) ?? Buffer.alloc(0))).toBe(true);
  });

  test.each(files)('draws each of its letters and signs as the whole one does: %s', async (_name, { file, whole }) => {
    const points = Array.from({ length: 0x2100 }, (_, point) => String.fromCodePoint(point));
    const characters = points.filter((character) => inter.covers.test(character) && !/\p{M}/u.test(character));
    expect(characters.length).toBeGreaterThan(900);
    const [ours, theirs] = await Promise.all([file, whole].map((font) => chart(characters, font)));
    expect(ours?.equals(theirs ?? Buffer.alloc(0))).toBe(true);
  });

  test.each(files)('has checksums that are right: %s', (_name, { file, whole }) => {
    const font = readFileSync(file);
    expect(sumOf(font)).toBe(0xb1b0afba);
    for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
      const from = font.readUInt32BE(at + 8);
      const table = Buffer.from(font.subarray(from, from + Math.ceil(font.readUInt32BE(at + 12) / 4) * 4));
      if (font.toString('latin1', at, at + 4) === 'head') table.writeUInt32BE(0, 8);
      expect(sumOf(table)).toBe(font.readUInt32BE(at + 4));
    }
    // And written as the makers of the whole one did: the same sums, table by table.
    expect(sumsOf(fontOf(tablesOf(readFileSync(whole))))).toEqual(sumsOf(readFileSync(whole)));
  });
});

function sumOf(bytes: Buffer): number {
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32BE(at * 4)).reduce(
    (sum, number) => (sum + number) % 2 ** 32,
    0,
  );
}

function sumsOf(font: Buffer): Record<string, number> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  return Object.fromEntries(entries.map((at) => [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 4)]));
}

/** The pixels of these characters, each at a place of its own. */
async function chart(characters: readonly string[], font: string): Promise<Buffer> {
  const cells = characters.map((character, at) => {
    const [x, y] = [(at % 40) * 30 + 10, Math.floor(at / 40) * 40 + 28];
    return `<text x="${x}" y="${y}" font-size="20">&#${character.codePointAt(0)};</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1220" height="1240" font-family="Inter">${cells.join('')}</svg>`;
  const { pixels } = await renderAsync(svg, { font: { loadSystemFonts: false, fontFiles: [font] } });
  return pixels;
}
