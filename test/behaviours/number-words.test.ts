import { describe, expect, it } from 'vitest';
import { ago, onPastDay, spelled, timesInWords } from '../../src/behaviours/number-words.ts';

describe('numbers and days in words', () => {
  it.each([
    [0, 'no check-ins'],
    [1, 'one check-in'],
    [9, 'nine check-ins'],
    [10, '10 check-ins'],
  ])('%i check-ins', (number, said) => {
    expect(spelled(number, 'check-in')).toBe(said);
  });

  it.each([
    [ago(0), 'today'],
    [ago(0, 'working day'), 'today'],
    [ago(1), 'yesterday'],
    [ago(1, 'working day'), 'one working day ago'],
    [ago(3, 'working day'), 'three working days ago'],
    [ago(41), '41 days ago'],
    [timesInWords(1), 'once'],
    [timesInWords(2), 'twice'],
    [timesInWords(3), 'three times'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });

  it.each([
    ['2026-11-25', 'today'],
    ['2026-11-24', 'yesterday (Nov 24)'],
    ['2026-11-23', 'on Monday (Nov 23)'],
    ['2026-11-22', 'last Sunday (Nov 22)'],
    ['2026-11-16', 'last Monday (Nov 16)'],
    ['2026-11-15', 'on Nov 15'],
    ['2025-11-15', 'on Nov 15, 2025'],
  ] as const)('%s, said on Wednesday Nov 25: %s', (day, said) => {
    expect(onPastDay(day, '2026-11-25')).toBe(said);
  });
});
