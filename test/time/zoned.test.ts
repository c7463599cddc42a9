import { fc } from '../helpers/fast-check.ts';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDay,
  formatInstant,
  instantOf,
  isLocalDate,
  isTimeZone,
  localDateOf,
  localTimeOf,
  mondayOf,
  weekdayOf,
} from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const zones = [
  'Etc/UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Singapore',
  'America/St_Johns',
  'Pacific/Auckland',
];
const anyZone = fc.constantFrom(...zones);
const anyDate = fc.integer({ min: 0, max: 3 * 365 }).map((days) => addDays('2025-01-01', days));
const anyTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
/** Clock changes between 2025 and 2027, where mistakes live. */
const changeDays = [
  '2025-03-09',
  '2025-11-02',
  '2026-03-08',
  '2026-11-01',
  '2025-03-30',
  '2025-10-26',
  '2026-04-05',
  '2026-10-04',
  '2027-04-04',
] as const;

function expectLikeTemporal(date: LocalDate, time: string, zone: string): void {
  const oracle = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, {
    disambiguation: 'compatible',
  });
  expect(instantOf(date, time, zone).getTime()).toBe(oracle.epochMilliseconds);
}

describe('a wall clock becomes an instant', () => {
  it('as Temporal says, on any day, at any time, in any zone', () => {
    fc.assert(fc.property(anyDate, anyTime, anyZone, expectLikeTemporal), { numRuns: 1500 });
  });

  it('as Temporal says, at every half hour of the days on which clocks change', () => {
    for (const date of changeDays)
      for (const zone of zones)
        for (let minutes = 0; minutes < 24 * 60; minutes += 30)
          expectLikeTemporal(
            date,
            `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`,
            zone,
          );
  });
});

describe('an instant becomes a wall clock', () => {
  it('as Temporal says', () => {
    const anyInstant = fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') });
    fc.assert(
      fc.property(anyInstant, anyZone, (milliseconds, zone) => {
        const oracle = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
        expect(localDateOf(new Date(milliseconds), zone)).toBe(oracle.toPlainDate().toString());
        expect(localTimeOf(new Date(milliseconds), zone)).toBe(
          oracle.toPlainTime().toString({ smallestUnit: 'minute' }),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('calendar days', () => {
  it('add up and subtract as Temporal says', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const later = addDays(date, days);
        expect(later).toBe(Temporal.PlainDate.from(date).add({ days }).toString());
        expect(daysBetween(date, later)).toBe(days);
        expect(weekdayOf(date)).toBe(Temporal.PlainDate.from(date).dayOfWeek);
        expect(weekdayOf(mondayOf(date))).toBe(1);
        expect(daysBetween(mondayOf(date), date)).toBeLessThan(7);
      }),
    );
  });

  it.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['26-01-01', false],
    ['2026-1-1', false],
  ] as const)('%s exists: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
  });
});

it('knows time zones from other words', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Berlin')).toBe(false);
  expect(isTimeZone('')).toBe(false);
});

it('writes dates as a person does', () => {
  expect(formatDate('2026-10-12')).toBe('Oct 12');
  expect(formatDate('2025-10-12', '2026-11-23')).toBe('Oct 12, 2025');
  expect(formatDay('2026-11-23')).toBe('Mon, Nov 23');
  expect(formatInstant(new Date('2026-11-24T15:00:00Z'), 'America/New_York')).toBe('Tue, Nov 24, 10:00 AM');
});
