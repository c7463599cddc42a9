/**
 * Makes the typefaces of this folder from the package that has them whole. The renderer of pictures reads a font file anew for
 * every letter that it draws: so the smaller the file, the quicker the picture. Run it with `node tools/typefaces/trim.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inter } from '../../src/pictures/typefaces.ts';
import { fontOf, paddedTo, tableOf, tablesOf } from './sfnt.ts';

/** Each file of this folder, and the whole one that it is made from. */
export const typefacesToTrim = [
  ['Inter-Regular.ttf', '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'],
  ['Inter-SemiBold.ttf', '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'],
].map(([file = '', whole = '']) => ({
  file: join(import.meta.dirname, file),
  whole: fileURLToPath(import.meta.resolve(whole)),
}));

/** All that is needed to set plain text; what is left out moves letters by their neighbours, and swaps and names them. */
const kept = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'];

/**
 * A font with the outlines of these characters only. Glyphs keep their numbers and widths; those of other characters are empty.
 * @param font with TrueType outlines, as a file
 * @param covers what to keep: code points up to U+FFFF, matched one by one
 * @throws Error where the font lacks a table, or what is kept takes more than 128 KB
 */
export function trimmed(font: Buffer, covers: RegExp): Buffer {
  const whole = tablesOf(font);
  const characters = [...glyphsOfCharacters(tableOf(whole, 'cmap'))].filter(([point]) =>
    covers.test(String.fromCodePoint(point)),
  );
  const tables = new Map<string, Buffer>(kept.map((tag) => [tag, Buffer.from(tableOf(whole, tag))]));
  const { glyf, loca } = outlines(withParts(outlinesOf(whole), [0, ...characters.map(([, glyph]) => glyph)]));
  tables.set('glyf', glyf).set('loca', loca).set('cmap', characterTable(characters));
  tableOf(tables, 'head').writeInt16BE(0, 50); // `loca` has half offsets of 16 bits
  const names = tableOf(tables, 'post').subarray(0, 32);
  names.writeUInt32BE(0x00030000, 0); // glyphs have no names
  return fontOf(tables.set('post', names));
}

/** Code points and the glyphs that they are drawn with, in order (`cmap`, format 12). */
function glyphsOfCharacters(cmap: Buffer): Map<number, number> {
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(8 + at * 8));
  const start = starts.find((at) => cmap.readUInt16BE(at) === 12);
  if (start === undefined) throw new Error('The font has no list of characters in format 12.');
  const found = new Map<number, number>();
  for (let group = 0; group < cmap.readUInt32BE(start + 12); group += 1) {
    const at = start + 16 + group * 12;
    const [first, last, glyph] = [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4), cmap.readUInt32BE(at + 8)];
    for (let point = first; point <= Math.min(last, 0xffff); point += 1) found.set(point, glyph + point - first);
  }
  return found;
}

/** The same list, written: stretches in which code points and glyphs go up together. */
function characterTable(characters: readonly (readonly [point: number, glyph: number])[]): Buffer {
  const groups: { first: number; last: number; glyph: number }[] = [];
  for (const [point, glyph] of characters) {
    const group = groups.at(-1);
    if (group?.last === point - 1 && group.glyph + point - group.first === glyph) group.last = point;
    else groups.push({ first: point, last: point, glyph });
  }
  const length = 16 + groups.length * 12;
  const header = Buffer.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12]); // one list, for Windows, all of Unicode
  return Buffer.concat([header, numbers(12 * 0x10000, length, 0, groups.length), ...groups.map(written)]);
}

function written({ first, last, glyph }: { first: number; last: number; glyph: number }): Buffer {
  return numbers(first, last, glyph);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, at * 4);
  return bytes;
}

/** The outline of each glyph. */
function outlinesOf(tables: ReadonlyMap<string, Buffer>): Buffer[] {
  const [glyf, loca] = [tableOf(tables, 'glyf'), tableOf(tables, 'loca')];
  const isLong = tableOf(tables, 'head').readInt16BE(50) === 1;
  const offset = (glyph: number) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const count = tableOf(tables, 'maxp').readUInt16BE(4);
  return Array.from({ length: count }, (_, glyph) => glyf.subarray(offset(glyph), offset(glyph + 1)));
}

/** Empty but for these glyphs and those that they are put together from. */
function withParts(all: readonly Buffer[], glyphs: readonly number[]): Buffer[] {
  const needed = new Set(glyphs);
  // A set goes on to what is added on the way.
  for (const glyph of needed) for (const part of partsOf(all[glyph] ?? Buffer.alloc(0))) needed.add(part);
  return all.map((outline, glyph) => (needed.has(glyph) ? outline : Buffer.alloc(0)));
}

/** The glyphs that a composite one is put together from; none of a simple one (`glyf`, “Composite glyph description”). */
function partsOf(outline: Buffer): number[] {
  const parts: number[] = [];
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return parts;
  for (let at = 10, hasMore = true; hasMore;) {
    const flags = outline.readUInt16BE(at);
    const is = (bit: number) => Math.floor(flags / bit) % 2 === 1;
    parts.push(outline.readUInt16BE(at + 2));
    const scale = [is(0x08) ? 2 : 0, is(0x40) ? 4 : 0, is(0x80) ? 8 : 0];
    at += 4 + (is(0x01) ? 4 : 2) + Math.max(...scale);
    hasMore = is(0x20);
  }
  return parts;
}

/** The tables of outlines, with half offsets. */
function outlines(each: readonly Buffer[]): { glyf: Buffer; loca: Buffer } {
  const padded = each.map((outline) => paddedTo(2, outline));
  const loca = Buffer.alloc((padded.length + 1) * 2);
  let offset = 0;
  for (const [glyph, outline] of padded.entries()) {
    offset += outline.length;
    if (offset / 2 > 0xffff) throw new Error('The outlines take more than 128 KB.');
    loca.writeUInt16BE(offset / 2, (glyph + 1) * 2);
  }
  return { glyf: Buffer.concat(padded), loca };
}

if (import.meta.main)
  for (const { file, whole } of typefacesToTrim) writeFileSync(file, trimmed(readFileSync(whole), inter.covers));
