import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  firstWorkingDayFrom,
  isWorkingTime,
  nextWorkingInstant,
  workingDaysBetween,
} from '../../src/time/working-calendar.ts';
import { calendar } from '../helpers/facts.ts';

const berlin = { ...calendar, timeZone: 'Europe/Berlin' };
const withHoliday = { ...calendar, isDayOff: (date: string) => date === '2026-11-23' };
const never = { ...calendar, isDayOff: () => true };

describe('working days', () => {
  it('leave out weekends and days off', () => {
    expect(workingDaysBetween(calendar, '2026-11-20', '2026-11-23')).toBe(1);
    expect(workingDaysBetween(withHoliday, '2026-11-20', '2026-11-23')).toBe(0);
    expect(workingDaysBetween(calendar, '2026-11-23', '2026-11-20')).toBe(0);
    expect(addWorkingDays(calendar, '2026-11-20', 2)).toBe('2026-11-24');
    expect(addWorkingDays(withHoliday, '2026-11-20', 1)).toBe('2026-11-24');
  });

  it('are found on or after a day, and not for ever', () => {
    expect(firstWorkingDayFrom(calendar, '2026-11-21')).toBe('2026-11-23');
    expect(firstWorkingDayFrom(withHoliday, '2026-11-23')).toBe('2026-11-24');
    expect(firstWorkingDayFrom(never, '2026-11-23')).toBeUndefined();
  });
});

describe('working time', () => {
  it('is the person’s own wall clock, with the first minute and without the last', () => {
    expect(isWorkingTime(berlin, new Date('2026-11-23T08:00:00Z'))).toBe(true);
    expect(isWorkingTime(berlin, new Date('2026-11-23T07:59:59Z'))).toBe(false);
    expect(isWorkingTime(berlin, new Date('2026-11-23T16:59:00Z'))).toBe(true);
    expect(isWorkingTime(berlin, new Date('2026-11-23T17:00:00Z'))).toBe(false);
    expect(isWorkingTime(berlin, new Date('2026-11-22T10:00:00Z'))).toBe(false);
  });

  it.each([
    ['at work', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000Z'],
    ['before work', '2026-11-23T05:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['after work on Friday', '2026-11-20T18:00:00Z', '2026-11-23T08:00:00.000Z'],
    ['on Saturday', '2026-11-21T09:00:00Z', '2026-11-23T08:00:00.000Z'],
  ])('comes next, asked %s', (_when, asked, next) => {
    expect(nextWorkingInstant(berlin, new Date(asked))?.toISOString()).toBe(next);
  });

  it('never comes for somebody who is always off', () => {
    expect(nextWorkingInstant(never, new Date('2026-11-23T20:00:00Z'))).toBeUndefined();
  });
});
