import { expect, test } from 'vitest';
import { dueOccurrence, isPlanDay, occurrenceOf } from '../../src/leading/plan-time.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { addDays, instantOf, localDateOf } from '../../src/time/zoned.ts';

function calendar(timeZone = 'Europe/London', daysOff: readonly string[] = []): WorkingCalendar {
  return {
    timeZone,
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '18:00',
    isDayOff: (date) => daysOff.includes(date),
  };
}

const monday = { day: 1, at: '09:30' } as const;
const due = (instant: string, of = calendar()) => dueOccurrence(of, monday, new Date(instant))?.on;

test('it is due from its time on, not a minute before', () => {
  expect(due('2026-11-23T09:29:59Z')).toBeUndefined();
  expect(due('2026-11-23T09:30:00Z')).toBe('2026-11-23');
});

test('late, it is due in working time until the end of the same week, and never after', () => {
  expect(due('2026-11-23T18:00:00Z')).toBeUndefined();
  expect(due('2026-11-24T08:59:00Z')).toBeUndefined();
  expect(due('2026-11-24T09:00:00Z')).toBe('2026-11-23');
  expect(due('2026-11-27T17:59:00Z')).toBe('2026-11-23');
  expect(due('2026-11-28T12:00:00Z')).toBeUndefined();
  expect(due('2026-11-30T09:29:00Z')).toBeUndefined();
  expect(due('2026-11-30T09:30:00Z')).toBe('2026-11-30');
});

test('on a day off it comes on the next working day of that week, at its time', () => {
  const off = calendar('Europe/London', ['2026-11-23', '2026-11-24']);
  expect(due('2026-11-24T12:00:00Z', off)).toBeUndefined();
  expect(due('2026-11-25T09:29:00Z', off)).toBeUndefined();
  expect(due('2026-11-25T09:30:00Z', off)).toBe('2026-11-25');
});

test('a week without a working day left goes without', () => {
  const friday = { day: 5, at: '15:00' } as const;
  expect(occurrenceOf(calendar('Europe/London', ['2026-11-27']), friday, '2026-11-27')).toBeUndefined();
});

test.each(['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
  'in %s every week of two years has one, at its own time, through every clock change',
  (timeZone) => {
    const of = calendar(timeZone);
    const hours = 60 * 60_000;
    for (let week = 0; week < 104; week += 1) {
      const on = addDays('2026-01-05', 7 * week);
      const at = instantOf(on, monday.at, timeZone).getTime();
      expect(dueOccurrence(of, monday, new Date(at - 60_000)), `${on}, a minute before`).toBeUndefined();
      expect(dueOccurrence(of, monday, new Date(at))).toEqual({ week: on, on });
      for (let later = 7; later < 167; later += 9) {
        const occurrence = dueOccurrence(of, monday, new Date(at + later * hours));
        expect(occurrence ?? { week: on, on }).toEqual({ week: on, on });
      }
    }
  },
);

test('a change of zone over the week’s edge names the same week', () => {
  const now = new Date('2026-11-22T20:30:00Z');
  expect(localDateOf(now, 'Pacific/Auckland')).toBe('2026-11-23');
  expect(dueOccurrence(calendar('Pacific/Auckland'), monday, now)?.week).toBe('2026-11-23');
  const later = new Date('2026-11-23T14:30:00Z');
  expect(dueOccurrence(calendar('America/New_York'), monday, later)?.week).toBe('2026-11-23');
});

test('in ISO week 53 and over the year’s end it is one a week', () => {
  expect(due('2026-12-28T09:30:00Z')).toBe('2026-12-28');
  expect(due('2027-01-01T12:00:00Z')).toBe('2026-12-28');
  expect(due('2027-01-04T09:30:00Z')).toBe('2027-01-04');
});

test.each([
  ['the morning before it, as it is to come', '2026-11-23T09:05:00Z', false, false, true],
  ['the day after, where it is late', '2026-11-24T09:05:00Z', false, false, true],
  ['its day, once it came', '2026-11-23T15:00:00Z', true, true, true],
  ['its day, where there was nothing to plan', '2026-11-23T15:00:00Z', true, false, false],
  ['the day after it came', '2026-11-24T15:00:00Z', true, false, false],
])('what is urgent stands in the plan or comes beside it: %s', (_when, now, isPlanned, plannedToday, expected) => {
  expect(isPlanDay(calendar(), monday, new Date(now), { isPlanned, plannedToday })).toBe(expected);
});
