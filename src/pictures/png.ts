import { Resvg } from '@resvg/resvg-js';
import type { Picture } from './picture.ts';

/** A drawing as a file: two pixels for each unit. */
export async function toPng({ svg }: Pick<Picture, 'svg'>): Promise<Buffer> {
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
}
