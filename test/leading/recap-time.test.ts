import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { daysOfMonth, monthDue, recapTime, weeklyRecapDue } from '../../src/leading/recap-time.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { calendar } from '../helpers/facts.ts';

const time = { day: 5, at: '15:00' } as const;
const at = (instant: string) => new Date(instant);
const without = (...days: string[]): WorkingCalendar => ({ ...calendar, isDayOff: (date) => days.includes(date) });

describe('the weekly recap', () => {
  test('is due from its time on until the end of that week’s work', () => {
    expect(weeklyRecapDue(calendar, time, at('2026-11-27T14:59:00Z'))).toBeUndefined();
    expect(weeklyRecapDue(calendar, time, at('2026-11-27T15:00:00Z'))).toEqual({
      week: '2026-11-23',
      on: '2026-11-27',
    });
    expect(weeklyRecapDue(calendar, time, at('2026-11-27T18:00:00Z'))).toBeUndefined();
    expect(weeklyRecapDue(calendar, time, at('2026-11-30T10:00:00Z'))).toBeUndefined();
  });

  test('goes by the reader’s own clock', () => {
    const tokyo = { ...calendar, timeZone: 'Asia/Tokyo' };
    expect(weeklyRecapDue(tokyo, time, at('2026-11-27T06:00:00Z'))?.on).toBe('2026-11-27');
    expect(weeklyRecapDue(tokyo, time, at('2026-11-27T15:00:00Z'))).toBeUndefined();
  });

  test('comes on the last working day before a holiday at the end of the week; a week without work has none', () => {
    const due = weeklyRecapDue(without('2026-11-27'), time, at('2026-11-26T15:00:00Z'));
    expect(due).toEqual({ week: '2026-11-23', on: '2026-11-26' });
    const away = without('2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27');
    expect(weeklyRecapDue(away, time, at('2026-11-26T15:00:00Z'))).toBeUndefined();
  });

  test('on a day in the week’s middle that is off, it comes on the next working day', () => {
    const wednesday = { day: 3, at: '15:00' } as const;
    expect(weeklyRecapDue(without('2026-11-25'), wednesday, at('2026-11-26T15:00:00Z'))?.on).toBe('2026-11-26');
  });

  test('comes while they work, whatever the workspace says', () => {
    expect(recapTime(defaultPolicy)).toEqual({ day: 5, at: '15:00' });
    const short = { ...defaultPolicy, workingDays: [1, 2, 3] as const, workingFrom: '08:00', workingUntil: '13:30' };
    expect(recapTime(short)).toEqual({ day: 3, at: '12:30' });
    expect(recapTime({ ...short, workingFrom: '13:00' })).toEqual({ day: 3, at: '13:00' });
    expect(recapTime({ ...short, workingFrom: '00:00', workingUntil: '00:30' })).toEqual({ day: 3, at: '00:00' });
  });
});

describe('the monthly recap', () => {
  test('is due on the first such weekday of a month, for the month before', () => {
    expect(monthDue(calendar, time, at('2026-12-04T14:59:00Z'))).toBeUndefined();
    expect(monthDue(calendar, time, at('2026-12-04T15:00:00Z'))).toBe('2026-11');
    expect(monthDue(calendar, time, at('2027-01-01T15:00:00Z'))).toBe('2026-12');
    expect(monthDue(calendar, time, at('2026-12-03T15:00:00Z'))).toBeUndefined();
  });

  test('comes on the next working day after a holiday, and is caught up for a week and no longer', () => {
    const newYear = without('2027-01-01');
    expect(monthDue(newYear, time, at('2027-01-01T16:00:00Z'))).toBeUndefined();
    expect(monthDue(newYear, time, at('2027-01-04T14:00:00Z'))).toBeUndefined();
    expect(monthDue(newYear, time, at('2027-01-04T15:00:00Z'))).toBe('2026-12');
    expect(monthDue(newYear, time, at('2027-01-11T09:00:00Z'))).toBe('2026-12');
    expect(monthDue(newYear, time, at('2027-01-12T09:00:00Z'))).toBeUndefined();
  });

  test('tells of every day of a month, of February too', () => {
    expect(daysOfMonth('2026-11')).toEqual({ from: '2026-11-01', until: '2026-11-30' });
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', until: '2028-02-29' });
    expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', until: '2026-12-31' });
  });
});
