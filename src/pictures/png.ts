import { renderAsync } from '@resvg/resvg-js';
import { withRoomForComposedLetters } from './composed-letters.ts';
import { encodePng } from './encode-png.ts';
import type { Picture } from './picture.ts';
import { withScriptsApart } from './scripts-apart.ts';
import { inter, typefaces } from './typefaces.ts';

/** Pixels for each unit of a drawing. */
const pixelsOfUnit = 2;

/**
 * A drawing as a PNG file: two pixels for each unit, so 1600 × 800. The same on every machine: only the bundled typefaces are
 * used, and of those only the ones that the drawing names.
 */
export async function toPng({ svg }: Pick<Picture, 'svg'>): Promise<Buffer> {
  const rendered = await renderAsync(withRoomForComposedLetters(withScriptsApart(svg)), {
    font: { loadSystemFonts: false, fontFiles: filesFor(svg), defaultFontFamily: inter.family },
    fitTo: { mode: 'zoom', value: pixelsOfUnit },
    logLevel: 'off',
  });
  // oxlint-disable-next-line unicorn/consistent-destructuring
  return encodePng(rendered.pixels, rendered.width, rendered.height);
}

/** The renderer reads a font file for every letter that it draws: fewer and smaller files are quicker. */
function filesFor(svg: string): string[] {
  return typefaces.filter(({ family }) => svg.includes(`font-family="${family}"`)).flatMap(({ files }) => [...files]);
}
