/** Whose turn it is, by how long each has waited. */
import { describe, expect, test } from 'vitest';
import { remember } from '../../src/leading/memory.ts';
import { goesByWaiting, weeksUnnudged } from '../../src/leading/turns.ts';
import { rep, team } from '../helpers/facts.ts';

const people = (count: number, weeks: number) => Array.from({ length: count }, () => weeks);

describe('a place goes by waiting once the places left are just enough for those who can’t wait any longer', () => {
  test.each([
    ['nobody waits', [], 3, 3, false],
    ['three whose last plan is this one, for three places', people(3, 6), 3, 3, true],
    ['two of them', people(2, 6), 3, 3, false],
    ['two of them, for the last two places', people(2, 6), 3, 2, true],
    ['longer than anybody may', people(3, 17), 3, 3, true],
    ['six whose last plan is the next one', people(6, 5), 3, 3, true],
    ['five of them', people(5, 5), 3, 3, false],
    ['eighteen whose last plan is the sixth', people(18, 1), 3, 3, true],
    ['seventeen of them', people(17, 1), 3, 3, false],
    ['however many who were named this week', people(90, 0), 3, 3, false],
  ] as const)('%s', (_who, waits, budget, placesLeft, expected) => {
    expect(goesByWaiting(waits, budget, placesLeft)).toBe(expected);
  });
});

test('whoever was never named has waited since they report to this person, and the team as long as the first of them', () => {
  const reps = [
    { ...rep({ id: 2, name: 'Ann A' }), reportsSince: '2026-08-03' as const },
    { ...rep({ id: 3, name: 'Ben B' }), reportsSince: '2026-11-09' as const },
  ];
  const waits = weeksUnnudged(team(reps), remember([]));
  expect(waits).toEqual(
    new Map([
      [2, 16],
      [3, 2],
      [null, 16],
    ]),
  );
  expect(weeksUnnudged(team([]), remember([]))).toEqual(new Map());
});
