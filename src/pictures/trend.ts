import type { Picture, TrendOfWeeks } from './picture.ts';

/** Stand-in. */
export function trend(data: TrendOfWeeks): Picture {
  return { name: 'trend', title: data.title, alt: `A trend of ${data.threads.length} threads.`, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400"><rect width="800" height="400" fill="#fff"/><desc>${JSON.stringify(data.threads).replaceAll(/[<>&]/gu, '')}</desc></svg>` };
}
