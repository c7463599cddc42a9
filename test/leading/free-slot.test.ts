import { expect, test } from 'vitest';
import { freeSlot } from '../../src/leading/free-slot.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';

const calendar: WorkingCalendar = {
  timeZone: 'America/New_York',
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  until: '17:00',
  isDayOff: (date) => date === '2026-11-26',
};
const at = (instant: string, minutes = 30) => ({ startsAt: new Date(instant), minutes });

test.each([
  ['nothing booked', '2026-11-24', 30, [], '2026-11-24 10:00'],
  ['a weekend', '2026-11-28', 30, [], '2026-11-30 10:00'],
  ['ten is taken', '2026-11-24', 30, [at('2026-11-24T15:00:00Z')], '2026-11-24 10:30'],
  ['what is booked lasts longer', '2026-11-24', 30, [at('2026-11-24T14:45:00Z', 60)], '2026-11-24 11:00'],
  ['it needs an hour before the next', '2026-11-24', 60, [at('2026-11-24T15:30:00Z')], '2026-11-24 11:00'],
  [
    'the whole day is taken, and a day off follows',
    '2026-11-25',
    30,
    [at('2026-11-25T14:00:00Z', 480)],
    '2026-11-27 10:00',
  ],
  ['it ends as work does', '2026-11-24', 30, [at('2026-11-24T14:00:00Z', 450)], '2026-11-24 16:30'],
  ['it would end after work', '2026-11-24', 45, [at('2026-11-24T14:00:00Z', 450)], '2026-11-25 10:00'],
  [
    'what is booked ends at ten, and what is booked next begins as it ends',
    '2026-11-24',
    30,
    [at('2026-11-24T14:30:00Z', 30), at('2026-11-24T15:30:00Z', 90)],
    '2026-11-24 10:00',
  ],
  [
    'all of ten working days are taken',
    '2026-11-23',
    30,
    [at('2026-11-23T14:00:00Z', 60 * 24 * 15)],
    '2026-11-23 10:00',
  ],
  ['nine of ten are', '2026-11-23', 30, [at('2026-11-23T14:00:00Z', 60 * 24 * 14)], '2026-12-07 10:00'],
  ['longer than a day at work', '2026-11-24', 600, [], '2026-11-24 10:00'],
] as const)('%s', (_what, from, minutes, busy, expected) => {
  const { date, time } = freeSlot(calendar, from, minutes, busy);
  expect(`${date} ${time}`).toBe(expected);
});

test('who begins at noon isn’t asked to come at ten', () => {
  expect(freeSlot({ ...calendar, from: '12:15', until: '20:00' }, '2026-11-24', 30, []).time).toBe('12:15');
});

test('who begins at eight is asked to come at ten, and who never works gets the day that was asked for', () => {
  expect(freeSlot({ ...calendar, from: '08:00' }, '2026-11-24', 30, []).time).toBe('10:00');
  const never = freeSlot({ ...calendar, isDayOff: () => true }, '2026-11-24', 30, [at('2026-11-24T14:00:00Z', 600)]);
  expect(never).toEqual({ date: '2026-11-24', time: '10:00' });
});
