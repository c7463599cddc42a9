import { describe, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { checkedNumbers, fieldOfNumber, withDaysOff, withoutDaysOff } from '../../src/leading/settings.ts';
import { checkWorkingWeek } from '../../src/leading/topics/own.ts';
import { checkWeeklyTime } from '../../src/leading/topics/weekly.ts';
import { checkTimeZone } from '../../src/leading/topics/workspace.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { dayNamed } from '../../src/time/zoned.ts';

const today: LocalDate = '2026-11-23';
const fieldOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error instanceof Error && 'field' in error ? error.field : error;
  }
  return undefined;
};

describe('a working week', () => {
  test.each([
    [{ workingDays: [] as const, workingFrom: '09:00', workingUntil: '17:00' }, 'workingDays'],
    [{ workingDays: [1] as const, workingFrom: '09:00', workingUntil: '09:00' }, 'workingUntil'],
    [{ workingDays: [1] as const, workingFrom: '22:00', workingUntil: '06:00' }, 'workingUntil'],
    [{ workingDays: [7] as const, workingFrom: '00:00', workingUntil: '23:59' }, undefined],
  ])('%j: %s', (week, field) => {
    expect(fieldOf(() => checkWorkingWeek(week))).toBe(field);
  });
});

describe('something weekly', () => {
  const fields = { day: 'planDay', at: 'planAt' };
  test.each([
    [1, '09:00', undefined],
    [5, '17:59', undefined],
    [6, '09:00', 'planDay'],
    [1, '08:59', 'planAt'],
    [1, '18:00', 'planAt'],
  ] as const)('on day %s at %s: %s', (day, at, field) => {
    expect(fieldOf(() => checkWeeklyTime(defaultPolicy, { day, at }, fields))).toBe(field);
  });
});

describe('days off', () => {
  const christmas = { from: '2026-12-24', until: '2027-01-01' } as const;
  test('are kept in order, and removed again', () => {
    const one = withDaysOff([christmas], { from: today, until: today }, today);
    expect(one).toEqual([{ from: today, until: today }, christmas]);
    expect(withoutDaysOff(one, christmas)).toEqual([{ from: today, until: today }]);
    expect(withoutDaysOff(one, { from: today, until: '2026-11-24' })).toEqual(one);
  });
  test('29 February is a day where there is one', () => {
    const leap = { from: '2028-02-28', until: '2028-02-29' } as const;
    expect(withDaysOff([], leap, '2028-02-01')).toEqual([leap]);
  });
  test.each([
    ['an end before the beginning', { from: '2026-12-24', until: '2026-12-23' }, 'offUntil'],
    ['days that are over', { from: '2026-11-20', until: '2026-11-22' }, 'offUntil'],
    ['today, the last of them', { from: '2026-11-20', until: today }, undefined],
    ['a year and a day', { from: today, until: '2027-11-24' }, 'offUntil'],
    ['a year', { from: today, until: '2027-11-23' }, undefined],
    ['the same again', christmas, 'offFrom'],
  ] as const)('%s', (_what, span, field) => {
    expect(fieldOf(() => withDaysOff([christmas], span, today))).toBe(field);
  });
  test('a full list takes no more, and what is long over makes room', () => {
    const full = Array.from({ length: 40 }, (_, index) => ({
      from: dayNamed(2027, 1, 10 + (index % 20)),
      until: dayNamed(2027, 2, 1),
    }));
    expect(fieldOf(() => withDaysOff(full, christmas, today))).toBe('offFrom');
    const old = full.map(() => ({ from: '2024-01-01', until: '2024-01-02' }) as const);
    expect(withDaysOff(old, christmas, today)).toEqual([christmas]);
  });
});

describe('the numbers of a behaviour', () => {
  const withNumbers = behaviours.filter((behaviour) => behaviour.settings.length > 0);
  test.each(withNumbers.map((behaviour): [string, Behaviour] => [behaviour.id, behaviour]))(
    '%s: each within its bounds, the bounds included',
    (_id, behaviour) => {
      const unchanged = checkedNumbers(behaviour, {}, defaultPolicy);
      for (const { key, minimum, maximum, initial } of behaviour.settings) {
        expect(unchanged[key]).toBe(initial);
        expect(checkedNumbers(behaviour, { [key]: minimum }, defaultPolicy)).toEqual({ ...unchanged, [key]: minimum });
        expect(checkedNumbers(behaviour, { [key]: maximum }, defaultPolicy)).toEqual({ ...unchanged, [key]: maximum });
        for (const wrong of [minimum - 1, maximum + 1, minimum + 0.5, Number.NaN])
          expect(fieldOf(() => checkedNumbers(behaviour, { [key]: wrong }, defaultPolicy))).toBe(
            fieldOfNumber(behaviour, key),
          );
      }
    },
  );
  test('a number that is none of its own is left out', () => {
    const [first] = withNumbers as [Behaviour];
    expect(checkedNumbers(first, { planNudges: 99 }, defaultPolicy)).toEqual(checkedNumbers(first, {}, defaultPolicy));
  });
});

test('a time zone is one by its IANA name', () => {
  expect(fieldOf(() => checkTimeZone('Europe/Berlin'))).toBeUndefined();
  expect(fieldOf(() => checkTimeZone('Berlin'))).toBe('defaultTimeZone');
  expect(fieldOf(() => checkTimeZone(''))).toBe('defaultTimeZone');
});
