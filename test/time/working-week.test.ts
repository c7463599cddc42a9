import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import {
  firstDayOfWeek,
  fittingDay,
  lookingBackDay,
  nameOfWeek,
  weekOf,
  weeksBetween,
} from '../../src/time/working-week.ts';
import { addDays, daysBetween, mondayOf, weekdayOf } from '../../src/time/zoned.ts';
import type { Weekday } from '../../src/time/zoned.ts';

const officeDays: readonly Weekday[] = [1, 2, 3, 4, 5];
const gulfDays: readonly Weekday[] = [1, 2, 3, 4, 7];

test.each<[string, Weekday[], Weekday]>([
  ['Monday to Friday', [1, 2, 3, 4, 5], 1],
  ['Tuesday to Saturday: Monday and Sunday are the edge', [2, 3, 4, 5, 6], 1],
  ['Wednesday to Friday', [3, 4, 5], 1],
  ['every day', [1, 2, 3, 4, 5, 6, 7], 1],
  ['Sunday to Thursday', [1, 2, 3, 4, 7], 7],
  ['Saturday to Wednesday', [1, 2, 3, 6, 7], 6],
  ['Friday to Monday', [1, 5, 6, 7], 5],
  ['every second day: of equal runs the nearest before a Monday', [1, 3, 5, 7], 7],
  ['two equal runs of which one holds the edge', [1, 4], 1],
  ['nothing yet', [], 1],
])('the week of %s begins on its first day after the longest time off', (_name, days, first) => {
  expect(firstDayOfWeek(days)).toBe(first);
});

test('the week of Sunday to Thursday holds Sunday to Thursday, and is named by its Monday', () => {
  for (const date of ['2026-11-22', '2026-11-23', '2026-11-26', '2026-11-28'] as const) {
    expect(weekOf(gulfDays, date)).toBe('2026-11-22');
    expect(nameOfWeek(gulfDays, date)).toBe('2026-11-23');
  }
  expect(weeksBetween(gulfDays, '2026-11-22', '2026-11-28')).toBe(0);
  expect(weeksBetween(gulfDays, '2026-11-28', '2026-11-29')).toBe(1);
});

test('weeks of Monday to Friday are counted from Monday to Monday', () => {
  expect(weeksBetween(officeDays, '2026-11-23', '2026-11-29')).toBe(0);
  expect(weeksBetween(officeDays, '2026-11-29', '2026-11-30')).toBe(1);
  expect(weeksBetween(officeDays, '2026-12-28', '2027-01-04')).toBe(1);
});

test('what is wanted on a day off comes on the next working day of the week, else on its last', () => {
  expect(fittingDay([3, 4, 5], 1)).toBe(3);
  expect(fittingDay([1, 2, 3], 5)).toBe(3);
  expect(fittingDay(gulfDays, 5)).toBe(4);
  expect(fittingDay([1, 3, 5], 2)).toBe(3);
});

test('what looks back comes at the end of a week', () => {
  expect(lookingBackDay(officeDays, 5)).toBe(5);
  expect(lookingBackDay(officeDays, 1)).toBe(1);
  expect(lookingBackDay(gulfDays, 5)).toBe(4);
  expect(lookingBackDay(gulfDays, 3)).toBe(3);
  expect(lookingBackDay([1, 2, 5, 6, 7], 5)).toBe(2);
});

const anyDays = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const anyDate = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));

test('any week has seven days, one Monday, which names it, and no work before its first working day', () => {
  fc.assert(
    fc.property(anyDays, anyDate, (days, date) => {
      const first = weekOf(days, date);
      expect(daysBetween(first, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(first, date)).toBeLessThan(7);
      const name = nameOfWeek(days, date);
      expect(weekdayOf(name)).toBe(1);
      expect(weekOf(days, name)).toBe(first);
      expect(firstDayOfWeek(days) === 1 ? first === mondayOf(date) : days.includes(weekdayOf(first))).toBe(true);
      expect(days).toContain(fittingDay(days, weekdayOf(date)));
      expect(days).toContain(lookingBackDay(days, weekdayOf(date)));
    }),
  );
});
