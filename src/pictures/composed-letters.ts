import { Resvg } from '@resvg/resvg-js';
import { typefaces } from './typefaces.ts';
import type { Typeface } from './typefaces.ts';

/**
 * Moves apart what the renderer would draw on top of each other: of a letter that is made of several signs (Devanagari, Thai) it
 * reserves the width of the widest sign, not of all. What is missing is added before the next letter.
 * @returns the same drawing, its text unchanged, for this renderer only
 */
export function withRoomForComposedLetters(svg: string): string {
  return composed.reduce(
    (drawing, typeface) =>
      drawing.replaceAll(
        new RegExp(`(font-family="${typeface.family}")>([^<]*)<`, 'gu'),
        (_whole, family: string, words: string) => `${family}${shiftsOf(typeface, words)}>${words}<`,
      ),
    svg,
  );
}

const composed = typefaces.filter(({ isComposed }) => isComposed);
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const measuredSize = 100;
const wide = 'MMM';

function shiftsOf(typeface: Typeface, words: string): string {
  const shifts: number[] = [];
  let missing = 0;
  for (const { segment } of graphemes.segment(words)) {
    const [, ...others] = segment;
    shifts.push(missing, ...others.map(() => 0));
    missing = others.length === 0 ? 0 : missingAfter(typeface, segment);
  }
  return shifts.some((shift) => shift > 0) ? ` dx="${shifts.map((shift) => `${shift}em`).join(' ')}"` : '';
}

const knownMissing = new Map<string, number>();
const mostKnown = 5_000;

/** Of the width of a letter: what the renderer doesn't reserve, as a part of the type's size. */
function missingAfter(typeface: Typeface, letter: string): number {
  const known = knownMissing.get(letter);
  if (known !== undefined) return known;
  const reserved = rightEdge(typeface, letter + wide) - rightEdge(typeface, wide);
  const missing = Math.max(0, Math.round(rightEdge(typeface, letter) - reserved) / measuredSize);
  if (knownMissing.size >= mostKnown) knownMissing.clear();
  knownMissing.set(letter, missing);
  return missing;
}

function rightEdge(typeface: Typeface, words: string): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><text y="200" font-size="${measuredSize}" font-family="${typeface.family}">${words}</text></svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [...typeface.files] } }).getBBox();
  return drawn === undefined ? 0 : drawn.x + drawn.width;
}
