import { chanceFrom } from '../random.ts';
import type { Chance } from '../random.ts';

const basis = 0x81_1c_9d_c5;
const prime = 0x01_00_01_93;

/** Chance that comes out the same wherever the same is meant by it: the same day of the same person, whatever happened before. */
export function chanceOf(...meant: readonly (string | number)[]): Chance {
  const chance = chanceFrom(hashOf(meant.join('|')));
  // The first number of neighbouring seeds is alike.
  chance.next();
  return chance;
}

/** FNV-1a, by Fowler, Noll and Vo: 32 bits. */
function hashOf(text: string): number {
  let hash = basis;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), prime) >>> 0;
  return hash;
}

/** Something that happens in `rate` of 1 days happens in so many of 1 visits, of which a day has `visits`. */
export function perVisit(rate: number, visits: number): number {
  return 1 - (1 - rate) ** (1 / visits);
}
