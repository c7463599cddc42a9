/** Choices that are the same for the same seed. */
import { dice } from '../dice.ts';

export interface Chance {
  below(most: number): number;
  between(from: number, to: number): number;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T;
  shuffled<T>(from: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
  const below = dice(seed);
  function pick<T>(from: readonly T[]): T {
    const chosen = from[below(from.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from');
    return chosen;
  }
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    percent: (share) => below(100) < share,
    pick,
    shuffled(from) {
      const all = [...from];
      for (let at = all.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [all[at], all[other]] = [all[other] as (typeof all)[0], all[at] as (typeof all)[0]];
      }
      return all;
    },
  };
}
