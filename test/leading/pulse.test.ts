import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { FieldError } from '../../src/errors.ts';
import {
  ballotBytes,
  checkedPoints,
  checkedSentence,
  leastPoints,
  longestSentence,
  mostPoints,
  resultOf,
} from '../../src/leading/pulse.ts';
import type { Ballot } from '../../src/leading/pulse.ts';

const receipt = 'x'.repeat(22);
const ballot = (points: number, sentence = ''): Ballot => ({ receipt, points: [points, points, points], sentence });
const ballots = (...points: number[]) => points.map((one) => ballot(one));
const pointsOf = (...points: number[]) => resultOf(ballots(...points), 5)?.statements[0]?.points;

describe('what is told', () => {
  test('fewer than five answers: nothing', () => {
    expect(resultOf(ballots(1, 2, 3, 4), 5)).toBeUndefined();
  });
  test.each([
    ['all fully agree', [5, 5, 5, 5, 5], mostPoints],
    ['nearly all do', [5, 5, 4, 4, 5], mostPoints],
    ['nobody does', [1, 1, 1, 1, 1], leastPoints],
    ['in between, in halves', [4, 3, 4, 3, 4], 3.5],
    ['up from the quarter', [3, 3, 3, 4, 3, 3, 3, 4], 3.5],
  ])('%s', (_, points, expected) => {
    expect(pointsOf(...points)).toBe(expected);
  });
  test('sentences only where five wrote one', () => {
    const four = ['a', 'b', 'c', 'd'].map((sentence) => ballot(3, sentence));
    expect(resultOf([...four, ballot(3), ballot(3)], 5)?.sentences).toEqual([]);
    expect(resultOf([...four, ballot(3, 'e')], 5)?.sentences).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
  test('nothing else: no count, no spread, no receipt', () => {
    const told = resultOf([...ballots(1, 5, 5, 5, 5, 2), ballot(4, 'one')], 5);
    expect(Object.keys(told ?? {})).toEqual(['statements', 'sentences']);
    expect(told?.statements.map((statement) => Object.keys(statement))).toEqual(Array(3).fill(['id', 'points']));
    expect(JSON.stringify(told)).not.toContain(receipt);
  });
});

describe('an answer', () => {
  test.each([[[1, 2]], [[1, 2, 0]], [[1, 2, 6]], [[1, 2, 2.5]]])('%j is none', (points) => {
    expect(() => checkedPoints(points)).toThrow(FieldError);
  });
  test('has one to five for each statement', () => expect(checkedPoints([1, 5, 3])).toEqual([1, 5, 3]));
  test('has a sentence of at most 300 characters as people count them, on one line', () => {
    expect(checkedSentence(`  two\n\tlines\u0000 `)).toBe('two lines');
    expect(checkedSentence('é'.repeat(longestSentence))).toHaveLength(longestSentence);
    expect(checkedSentence('नि'.repeat(200))).toHaveLength(400);
    expect(() => checkedSentence('a'.repeat(longestSentence + 1))).toThrow(FieldError);
  });
  test('whatever is written in whatever script, what is kept of it fits into its room', () => {
    const any = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(any, (typed) => {
        const kept = keptOf(typed);
        if (kept === undefined) return;
        const json = JSON.stringify({ receipt, points: [5, 5, 5], sentence: kept });
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(ballotBytes);
        expect(kept.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

function keptOf(typed: string): string | undefined {
  try {
    return checkedSentence(typed);
  } catch (error) {
    if (error instanceof FieldError) return undefined;
    throw error;
  }
}
