/** Reads drawings: what is written on them, whether they are well formed, and how far they reach. */
import { Resvg } from '@resvg/resvg-js';
import { withRoomForComposedLetters } from '../../src/pictures/composed-letters.ts';
import { typefaces } from '../../src/pictures/typefaces.ts';

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Every line of text on a drawing, as a reader would see it. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gu)].map((match) =>
    (match[1] ?? '')
      .replaceAll(/<[^>]*>/gu, '')
      .replaceAll(/&(?:lt|gt|amp);/gu, (entity) => entities[entity] ?? entity),
  );
}

/** Is every element closed in order, and every attribute and every text escaped? As strict as the drawings need. */
export function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  let rest = svg;
  while (rest !== '') {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<&]*")*)(\/?)>/u.exec(rest);
    const text = tag === null ? /^(?:[^<>&\p{Cc}]|\n|&(?:lt|gt|amp);)+/u.exec(rest) : null;
    if (tag === null && text === null) return false;
    const [, closing, name = '', , empty] = tag ?? [];
    if (tag !== null && closing === '/' && open.pop() !== name) return false;
    if (tag !== null && closing === '' && empty === '') open.push(name);
    rest = rest.slice((tag ?? text)?.[0].length);
  }
  return open.length === 0;
}

/** How far the ink reaches, in units. */
export function reachOf(svg: string): { left: number; top: number; right: number; bottom: number } {
  const fontFiles = typefaces
    .filter(({ family }) => svg.includes(`font-family="${family}"`))
    .flatMap(({ files }) => [...files]);
  const reach = new Resvg(withRoomForComposedLetters(svg), { font: { loadSystemFonts: false, fontFiles } }).getBBox();
  if (reach === undefined) throw new Error('Nothing is drawn');
  return { left: reach.x, top: reach.y, right: reach.x + reach.width, bottom: reach.y + reach.height };
}
