/** How much of one person's answer two results side by side give away: counted over every way in which all can answer. */
import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { pulseStatements, resultOf } from '../../src/leading/pulse.ts';
import type { PulseResult } from '../../src/leading/pulse.ts';
import { heldResult } from '../../src/leading/pulse-hold.ts';

const statementsOf = (points: number) => pulseStatements.map(({ id }) => ({ id, points }));
const result = (points: number): PulseResult => ({ statements: statementsOf(points), sentences: [] });
const pointsOf = (told: PulseResult) => told.statements[0]?.points ?? 0;
const people = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

function average(points: readonly number[]): number {
  const ballots = points.map((one) => ({ receipt: '', points: [one, one, one], sentence: '' }));
  return resultOf(ballots, 5)?.statements[0]?.points ?? 0;
}

function held(points: number, last: number, members: readonly number[], lastMembers: readonly number[]): number {
  return pointsOf(heldResult(result(points), members, [{ ...result(last), memberIds: lastMembers }], 5));
}

describe('beside the last result', () => {
  const six = people(1, 6);
  test.each([
    ['of the same people, half a point is told', six, 3.5],
    ['of six where one went, it isn’t', people(1, 5), 4],
    ['nor where one came', people(1, 7), 4],
    ['nor where two took the places of two', people(3, 8), 4],
    ['where five are others, it is', people(1, 11), 3.5],
  ])('%s', (_, members, told) => {
    expect(held(3.5, 4, members, six)).toBe(told);
    expect(held(3, 4, members, six)).toBe(3);
  });

  test('the first has none to be compared with', () => {
    expect(heldResult(result(3.5), six, [], 5)).toEqual(result(3.5));
  });

  test('half a point that came with somebody’s going isn’t told in the round after it either, and then it is', () => {
    const five = people(1, 5);
    const [before, after] = [
      { ...result(4), memberIds: six },
      { ...result(4), memberIds: five },
    ];
    expect(pointsOf(heldResult(result(3.5), five, [after, before], 5))).toBe(4);
    expect(pointsOf(heldResult(result(3.5), five, [after, after, before], 5))).toBe(3.5);
  });

  test('the sentences are told as they are', () => {
    const told = heldResult(
      { ...result(3.5), sentences: ['A', 'B'] },
      people(1, 5),
      [{ ...result(4), memberIds: six }],
      5,
    );
    expect(told.sentences).toEqual(['A', 'B']);
  });
});

test('it depends on nothing but what would have been told, and on who was asked: so it never tells more, over any number of months', () => {
  const month = fc.record({
    sum: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 9 }),
    members: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 5 }),
  });
  fc.assert(
    fc.property(fc.array(month, { minLength: 2, maxLength: 6 }), (months) => {
      const plain = months.map(({ sum }) => average(sum));
      const shown = toldInTurn(
        plain,
        months.map(({ members }) => members),
      );
      for (const [index, points] of shown.entries()) {
        expect([plain[index], shown[index - 1]]).toContain(points);
        expect(Math.abs(points - (plain[index] ?? 0))).toBeLessThanOrEqual(0.5);
      }
    }),
  );
});

/** What is told month after month, from what would be told without holding anything. */
function toldInTurn(plain: readonly number[], members: readonly (readonly number[])[]): number[] {
  return plain
    .reduce<PulseResult[]>((before, points, index) => {
      const earlier = before.map((one, at) => ({ ...one, memberIds: members[at] ?? [] })).toReversed();
      return [...before, heldResult(result(points), members[index] ?? [], earlier, 5)];
    }, [])
    .map(pointsOf);
}

/** What two results say of the one person in whom the groups differ, to somebody who knows that all others answer as they did. */
function leak(given: { readonly joins: boolean; readonly isHeld: boolean; readonly knowsOthers: boolean }) {
  const seen = new Map<string, number[]>();
  for (const others of everyFive())
    for (const own of [1, 2, 3, 4, 5]) {
      const [five, six] = [average(others), average([...others, own])];
      const [first, second] = given.joins ? [five, six] : [six, five];
      const sizes = given.joins ? ([6, 5] as const) : ([5, 6] as const);
      const told = given.isHeld ? held(second, first, people(1, sizes[0]), people(1, sizes[1])) : second;
      const key = `${given.knowsOthers ? others.toSorted((one, other) => one - other).join('') : ''} ${first} then ${told}`;
      const counts = seen.get(key) ?? [0, 0, 0, 0, 0];
      seen.set(key, counts.with(own - 1, (counts[own - 1] ?? 0) + 1));
    }
  const total = sum([...seen.values()].map(sum));
  return {
    /** How often only one answer fits. */
    certain:
      sum([...seen.values()].filter((counts) => counts.filter((count) => count > 0).length === 1).map(sum)) / total,
    /** Of the 2.32 bits that an answer of five has. */
    bits: Math.log2(5) - sum([...seen.values()].map((counts) => (sum(counts) / total) * entropy(counts))),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

function entropy(counts: readonly number[]): number {
  const all = sum(counts);
  return -sum(counts.filter((count) => count > 0).map((count) => (count / all) * Math.log2(count / all)));
}

function everyFive(): number[][] {
  return Array.from({ length: 5 }).reduce<number[][]>(
    (begun) => begun.flatMap((some) => [1, 2, 3, 4, 5].map((one) => [...some, one])),
    [[]],
  );
}

describe('who sees two results of a team, one with a person more, and knows that all others answer as before', () => {
  test.each([
    ['learns much of who leaves', { joins: false, knowsOthers: false }, { plain: [0.042, 0.748], held: [0, 0.124] }],
    ['learns much of who joins', { joins: true, knowsOthers: false }, { plain: [0.042, 0.748], held: [0, 0] }],
    [
      'and what all others said, of who joins',
      { joins: true, knowsOthers: true },
      { plain: [0.133, 1.102], held: [0, 0] },
    ],
    [
      'and what all others said, of who leaves: the first result alone tells that much, and nothing done to the second helps',
      { joins: false, knowsOthers: true },
      { plain: [0.133, 1.102], held: [0.133, 1.102] },
    ],
  ] as const)('%s; held, as counted here', (_, attack, expected) => {
    for (const [isHeld, [certain, bits]] of [
      [false, expected.plain],
      [true, expected.held],
    ] as const) {
      const found = leak({ ...attack, isHeld });
      expect(found.certain).toBeCloseTo(certain, 2);
      expect(found.bits).toBeCloseTo(bits, 2);
    }
  });
});
