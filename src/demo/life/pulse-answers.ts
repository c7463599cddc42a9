/** What the made-up reps say of their managers. */
import type { Chance } from '../random.ts';

/** Around which an answer lies, by the manager's handle: cares, helps, trusts. */
const usual: Readonly<Record<string, readonly [number, number, number]>> = {
  dana: [4, 4, 4],
  marcus: [3, 3, 3],
  katrin: [4, 5, 4],
  weilin: [4, 3, 4],
};

/** Points from 1 to 5. */
export function pulsePoints(manager: string, chance: Chance): number[] {
  return (usual[manager] ?? [4, 4, 4]).map((points) =>
    Math.min(5, Math.max(1, points + chance.pick([-1, 0, 0, 0, 1]))),
  );
}

export const pulseSentences: readonly string[] = [
  'A quick word after calls would help more than the monthly review.',
  'More ride-alongs, please. I learn the most from those.',
  'Thanks for taking my side on pricing.',
  'I don’t always know what happens to the things I ask for.',
  'Fewer status questions, more time on the deals that are stuck.',
  'You listen. Keep doing that.',
];
