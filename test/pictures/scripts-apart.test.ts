import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { fitted } from '../../src/pictures/label.ts';
import { toPng } from '../../src/pictures/png.ts';
import { card, text } from '../../src/pictures/svg.ts';

/** Among them are letters that melt into one, and marks that stand on others. */
const words = ['Anna', 'Иван', 'שָׁלוֹם', 'علاء', 'प्रिया', 'ก้ำใจ', '김민수', '王小明', '&'];
const pairs = words.flatMap((one) => words.filter((other) => other !== one).map((other) => `${one} ${other}`));

describe('a name in two scripts is drawn whole', () => {
  test.each(pairs)('%s', async (name) => {
    const parts = await Promise.all(name.split(' ').map(inkOf));
    const apart = parts.reduce((sum, { ink }) => sum + ink, 0);
    const drawn = await inkOf(name);
    expect(drawn.ink / apart).toBeGreaterThan(0.9);
    expect(drawn.ink / apart).toBeLessThan(1.1);
    // No part lies on another, and the space between them is no wider than two letters.
    const widths = parts.reduce((sum, { width }) => sum + width, 0);
    expect(drawn.width).toBeGreaterThan(widths + 8);
    expect(drawn.width).toBeLessThan(widths + 80);
  });
});

test.each(['علاء الدين', 'שָׁלוֹם כהן', 'प्रिया शर्मा', 'สมชาย ก้ำใจดี'])('cut short, %s is still there', async (name) => {
  const cut = fitted(name, 60, 200);
  expect(cut.endsWith('…')).toBe(true);
  const [without, drawn] = [await inkOf(cut.slice(0, -1)), await inkOf(cut)];
  expect(drawn.ink).toBeGreaterThan(without.ink);
  expect(drawn.width).toBeGreaterThan(without.width + 20);
});

/** How many pixels are letters, and how wide they reach. */
async function inkOf(name: string): Promise<{ readonly ink: number; readonly width: number }> {
  const { data, width, height } = PNG.sync.read(await toPng({ svg: card(text(30, 200, name, { size: 60 })) }));
  const columns: number[] = [];
  for (let y = 40; y < height - 40; y += 1)
    for (let x = 40; x < width - 40; x += 1) if ((data[(y * width + x) * 4] ?? 255) < 128) columns.push(x);
  return {
    ink: columns.length,
    width: columns.reduce((most, x) => Math.max(most, x), 0) - columns.reduce((least, x) => Math.min(least, x), width),
  };
}
