/** How drawings are written: a card with plain elements on it. */
import { drawable, runsOf } from './label.ts';
import { inks } from './inks.ts';
import { pictureSize } from './picture.ts';
import { inter } from './typefaces.ts';

export interface TextStyle {
  /** Units. */
  readonly size: number;
  readonly ink?: string;
  readonly isStrong?: boolean;
  /** Only for text of our own: names begin where they are put. */
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** The whole drawing: a light ground of its own, so that it reads on a dark one, too. */
export function card(...contents: readonly string[]): string {
  return cardOf(pictureSize.height, contents);
}

/** @param height in units: less than usual for a drawing that stands among other things */
export function cardOf(height: number, contents: readonly string[]): string {
  const { width } = pictureSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${inter.family}">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="14" fill="${inks.ground}" stroke="${inks.edge}"/>`,
    ...contents.filter((content) => content !== ''),
    '</svg>',
  ].join('\n');
}

/** A line of text whose baseline begins at (x, y), each stretch in a typeface that has it; what none has is left out. */
export function text(x: number, y: number, given: string, style: TextStyle): string {
  const words = drawable(given);
  if (words === '') return '';
  const { size, ink = inks.text, isStrong = false, anchor = 'start' } = style;
  const runs = runsOf(words);
  const [only] = runs;
  const family = runs.length === 1 && only !== undefined ? familyOf(only.typeface.family) : '';
  const content =
    runs.length === 1
      ? escaped(words)
      : runs.map((run) => `<tspan${familyOf(run.typeface.family)}>${escaped(run.text)}</tspan>`).join('');
  const weight = isStrong ? ' font-weight="600"' : '';
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${short(x)}" y="${short(y)}" font-size="${short(size)}" fill="${ink}"${weight}${anchored}${family}>${content}</text>`;
}

/** A rectangle. */
export function box(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  const rounded = radius > 0 ? ` rx="${short(radius)}"` : '';
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${rounded} fill="${fill}"/>`;
}

/** A straight line. */
export function line(from: readonly [number, number], to: readonly [number, number], ink: string, width = 1): string {
  return `<line x1="${short(from[0])}" y1="${short(from[1])}" x2="${short(to[0])}" y2="${short(to[1])}" stroke="${ink}" stroke-width="${short(width)}"/>`;
}

/** A filled disc; with `rim`, a ring around it. */
export function disc(x: number, y: number, radius: number, fill: string, rim?: { ink: string; width: number }): string {
  const stroke = rim === undefined ? '' : ` stroke="${rim.ink}" stroke-width="${short(rim.width)}"`;
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}"${stroke}/>`;
}

/** Points joined by straight lines. */
export function path(points: readonly (readonly [number, number])[], ink: string, width: number): string {
  const joined = points.map(([x, y]) => `${short(x)},${short(y)}`).join(' ');
  return `<polyline points="${joined}" fill="none" stroke="${ink}" stroke-width="${short(width)}" stroke-linejoin="round" stroke-linecap="round"/>`;
}

function familyOf(family: string): string {
  return family === inter.family ? '' : ` font-family="${family}"`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Two decimals are finer than a pixel. */
function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}
