import { Resvg } from '@resvg/resvg-js';
import { withRoomForComposedLetters } from './composed-letters.ts';
import { widthOf } from './label.ts';
import { inter, typefaces } from './typefaces.ts';
import type { Typeface } from './typefaces.ts';

/**
 * Puts each stretch of a line where it belongs, by itself. The renderer shapes a line as a whole in every typeface that it names, and
 * draws none of it where two of them make a different number of letters of it: a name in Arabic vanished with the ellipsis after it.
 * @returns the same drawing, its text unchanged, for this renderer only
 */
export function withScriptsApart(svg: string): string {
  return svg.replaceAll(
    /<text x="(?<x>[\d.]+)"(?<rest>[^>]*)>(?<stretches><tspan.*?<\/tspan>)<\/text>/gu,
    (whole, x: string, rest: string, stretches: string) => {
      if (rest.includes('text-anchor') || !shaped.some(({ family }) => stretches.includes(`"${family}"`))) return whole;
      const size = Number(/font-size="([\d.]+)"/u.exec(rest)?.[1] ?? 0);
      const weight = / font-weight="\d+"/u.exec(rest)?.[0] ?? '';
      return `<text x="${x}"${rest}>${placed(stretches, { begin: Number(x), size, weight })}</text>`;
    },
  );
}

const shaped = typefaces.filter(({ isShaped }) => isShaped);
const measuredSize = 100;
/** Between two stretches, as a part of the type's size: what was measured ends where the ink does. */
const gap = 0.04;
const space = 0.26;

interface Line {
  readonly begin: number;
  readonly size: number;
  /** The attribute, where it isn't the usual one. */
  readonly weight: string;
}

function placed(stretches: string, { begin, size, weight }: Line): string {
  let x = begin;
  return stretches.replaceAll(/<tspan([^>]*)>([^<]*)<\/tspan>/gu, (_whole, attributes: string, given: string) => {
    const family = /font-family="([^"]+)"/u.exec(attributes)?.[1];
    const words = given.trimEnd();
    const at = Math.round(x * 100) / 100;
    x += size * (inkOf(typefaces.find((known) => known.family === family) ?? inter, words, weight) + gap);
    x += size * space * (given.length - words.length);
    return `<tspan x="${at}"${attributes}>${words}</tspan>`;
  });
}

const knownInk = new Map<string, number>();
const mostKnown = 5_000;

/** How wide words are, as a part of the type's size: reckoned where every letter is as wide as the others, else measured. */
function inkOf(typeface: Typeface, words: string, weight: string): number {
  if (typeface !== inter && !typeface.isShaped) return widthOf(words, 1);
  const key = `${weight}>${words}`;
  const known = knownInk.get(key);
  if (known !== undefined) return known;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><text y="200" font-size="${measuredSize}"${weight} font-family="${typeface.family}">${words}</text></svg>`;
  const drawn = new Resvg(withRoomForComposedLetters(drawing), {
    font: { loadSystemFonts: false, fontFiles: [...typeface.files] },
  }).getBBox();
  const ink = drawn === undefined ? 0 : (drawn.x + drawn.width) / measuredSize;
  if (knownInk.size >= mostKnown) knownInk.clear();
  knownInk.set(key, ink);
  return ink;
}
