/** What people are called, made fit to be drawn: nothing that no typeface has, no wider than there is room for. */
import { inter, typefaceFor } from './typefaces.ts';
import type { Typeface } from './typefaces.ts';

/** A stretch of text in one typeface. */
export interface Run {
  readonly typeface: Typeface;
  readonly text: string;
}

/** Of what most names and all of our own words are made: quicker to tell than to take apart. */
const plain = /^[!-~’…]+(?: [!-~’…]+)*$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Can be drawn whole: nothing had to be left out. */
export function isDrawable(name: string): boolean {
  return drawable(name) === oneLine(name) && drawable(name) !== '';
}

/** A name on one line, without controls: what a person would read. */
export function oneLine(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{Zs}\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
}

/** What of a name some typeface has. A grapheme is left out whole: half of one would be another. Pictographs are left out, too. */
export function drawable(name: string): string {
  if (plain.test(name)) return name;
  return clusters(oneLine(name))
    .filter((cluster) => Array.from(cluster).every((character) => typefaceFor(character) !== undefined))
    .join('')
    .replaceAll(/ +/gu, ' ')
    .trim();
}

/**
 * Text cut to a width at the boundary of a letter, with an ellipsis.
 * @param size of the type, in units
 * @param width that there is, in units
 */
export function fitted(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  const room = width - widthOf('…', size);
  let kept = '';
  let used = 0;
  for (const cluster of clusters(text)) {
    used += widthOf(cluster, size);
    if (used > room) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}

/** The stretches of a drawable text, each in the typeface that has it; spaces and signs stay with what stands before them. */
export function runsOf(text: string): Run[] {
  const runs: { typeface: Typeface; text: string }[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const own = typefaceFor(character) ?? inter;
    const typeface = last !== undefined && character === ' ' ? last.typeface : own;
    if (last?.typeface === typeface) last.text += character;
    else runs.push({ typeface, text: character });
  }
  return runs;
}

/** Roughly how wide a text is in units, rather too wide than too narrow. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return (width * size) / 100;
}

/** From space to tilde in Inter Semi Bold, in hundredths of the type's size. */
const asciiWidths = (
  '28 34 53 65 66 101 67 33 38 38 53 69 32 48 32 40 66 45 64 65 68 62 65 59 65 65 32 33 69 69 69 54 100 73 67 75 75 62 61 76 77 30 60 70 59 93 ' +
  '78 79 66 79 66 66 68 77 73 102 72 72 66 40 40 40 50 49 36 60 64 60 64 61 40 64 62 28 28 58 28 91 62 63 64 64 42 56 38 62 60 84 59 60 58 46 36 46 69'
)
  .split(' ')
  .map(Number);

function widthOfCharacter(character: string): number {
  const [base = ''] = character.normalize('NFD');
  const ascii = asciiWidths[(base.codePointAt(0) ?? 0) - 0x20];
  if (ascii !== undefined) return ascii;
  if (/\p{M}/u.test(character)) return /[\u0900-\u097f]/u.test(character) ? 32 : 0;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff\uff01-\uff5e]/u.test(character)) return 102;
  if (/\p{Script=Hangul}/u.test(character)) return 95;
  if (/[\p{Script=Hebrew}\p{Script=Thai}]/u.test(character)) return 68;
  if (/\p{Script=Arabic}/u.test(character)) return 85;
  if (/\p{Script=Devanagari}/u.test(character)) return 82;
  if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(character)) return /\p{Lu}/u.test(character) ? 104 : 74;
  return character === '…' ? 95 : 100;
}

function clusters(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
