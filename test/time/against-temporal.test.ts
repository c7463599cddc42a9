/** Each function of the module that reads clocks, beside the platform's own calendar. */
import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import * as zoned from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { beginningsMissed, changesIn, differencesAround, shown, zonedAt, zones } from '../helpers/zones.ts';

type FunctionName = {
  [Name in keyof typeof zoned]: (typeof zoned)[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof typeof zoned];

const anyZone = fc.constantFrom(...zones);
/** Of the years in which every zone is whole minutes ahead of UTC. */
const anyInstant = fc.integer({ min: Date.parse('1973-01-01'), max: Date.parse('2100-01-01') });
const anyDay = fc.integer({ min: Date.parse('1600-01-01'), max: Date.parse('2400-01-01') }).map(dayAt);
const anyTime = fc
  .nat(24 * 60 - 1)
  .map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5));
const quarters = Array.from({ length: 96 }, (_, at) => `${two(Math.floor(at / 4))}:${two((at % 4) * 15)}`);
const anyDays = fc.integer({ min: -200_000, max: 200_000 });

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function dayAt(milliseconds: number): LocalDate {
  return zonedAt(milliseconds, 'UTC').toPlainDate().toString() as LocalDate;
}

function plain(date: LocalDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(date);
}

/** As an American writes it, by the platform. */
function american(day: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string {
  return day.toLocaleString('en-US', { calendar: 'gregory', ...options });
}

/** Does the platform take it for a day? */
function existsByTemporal(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function thrownBy(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function isZoneByTemporal(name: string): boolean {
  try {
    return zonedAt(0, name).timeZoneId !== '';
  } catch {
    return false;
  }
}

/** What the platform says of an instant in a zone. */
function ofInstants(compare: (instant: Date, zone: string, then: Temporal.ZonedDateTime) => void): void {
  fc.assert(
    fc.property(anyInstant, anyZone, (at, zone) => {
      compare(new Date(at), zone, zonedAt(at, zone));
    }),
    { numRuns: 1000 },
  );
}

function ofDays(compare: (date: LocalDate, day: Temporal.PlainDate) => void): void {
  fc.assert(
    fc.property(anyDay, (date) => {
      compare(date, plain(date));
    }),
    { numRuns: 1000 },
  );
}

/** Days as they are written, and others that come near. */
const nearlyADay = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 10_100 }), fc.nat(14), fc.nat(33), fc.constantFrom(4, 4, 4, 2))
    .map(([year, month, day, width]) => `${String(year).padStart(width, '0')}-${two(month)}-${two(day)}`),
  fc.string(),
);

/** Exhaustive: a function without a comparison doesn't compile. */
const compared: Readonly<Record<FunctionName, () => void>> = {
  wallClockOf: () => ofInstants((at, zone, then) => expect(zoned.wallClockOf(at, zone)).toBe(shown(then))),
  localDateOf: () =>
    ofInstants((at, zone, then) => expect(zoned.localDateOf(at, zone)).toBe(then.toPlainDate().toString())),
  localTimeOf: () => ofInstants((at, zone, then) => expect(zoned.localTimeOf(at, zone)).toBe(shown(then).slice(11))),
  utcDateOf: () => ofInstants((at) => expect(zoned.utcDateOf(at)).toBe(dayAt(at.getTime()))),
  formatInstant: () =>
    ofInstants((at, zone, then) => {
      const day = american(then.toPlainDate(), { weekday: 'short', month: 'short', day: 'numeric' });
      const time = then.toPlainTime().toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' });
      expect(zoned.formatInstant(at, zone)).toBe(`${day}, ${time.replace('\u202f', ' ')}`);
    }),

  instantOf: () =>
    fc.assert(
      fc.property(anyInstant.map(dayAt), anyTime, anyZone, (date, time, zone) => {
        const then = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
        expect(zoned.instantOf(date, time, zone).getTime()).toBe(then.epochMilliseconds);
      }),
      { numRuns: 1000 },
    ),
  beginningsOf: () =>
    fc.assert(
      fc.property(anyInstant.map(dayAt), anyTime, anyZone, (date, time, zone) => {
        expect(beginningsMissed(date, [time], zone, 1)).toEqual([]);
      }),
      { numRuns: 30 },
    ),

  addDays: () =>
    fc.assert(
      fc.property(anyDay, anyDays, (date, days) => {
        expect(zoned.addDays(date, days)).toBe(plain(date).add({ days }).toString());
      }),
      { numRuns: 1000 },
    ),
  daysBetween: () =>
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        expect(zoned.daysBetween(from, to)).toBe(plain(from).until(plain(to), { largestUnit: 'days' }).days);
      }),
      { numRuns: 1000 },
    ),
  weekdayOf: () => ofDays((date, day) => expect(zoned.weekdayOf(date)).toBe(day.dayOfWeek)),
  mondayOf: () =>
    ofDays((date, day) => expect(zoned.mondayOf(date)).toBe(day.subtract({ days: day.dayOfWeek - 1 }).toString())),
  firstOfMonth: () =>
    ofDays((date, day) => {
      expect(zoned.firstOfMonth(date)).toBe(day.with({ day: 1 }).toString());
      expect(zoned.firstOfMonth(day.toPlainYearMonth().toString())).toBe(day.with({ day: 1 }).toString());
    }),
  dayNamed: () => ofDays((date, { year, month, day }) => expect(zoned.dayNamed(year, month, day)).toBe(date)),

  isLocalDate: () =>
    fc.assert(
      fc.property(nearlyADay, (text) => {
        expect(zoned.isLocalDate(text)).toBe(existsByTemporal(text));
      }),
      { numRuns: 2000 },
    ),
  localDate: () =>
    fc.assert(
      fc.property(nearlyADay, (text) => {
        const read = () => zoned.localDate(text);
        expect(thrownBy(read)).toBe(existsByTemporal(text) ? undefined : `No calendar day: ${text}`);
      }),
      { numRuns: 2000 },
    ),
  isTimeZone() {
    const names = Intl.supportedValuesOf('timeZone');
    expect(names.filter((name) => !zoned.isTimeZone(name))).toEqual([]);
    const anyName = fc.oneof(
      fc.string(),
      fc.constantFrom('EST', 'Berlin', 'europe/berlin', 'Etc/GMT+5', 'US/Pacific', '', 'Europe/', 'GMT+1', 'CEST'),
    );
    fc.assert(
      fc.property(anyName, (name) => {
        expect(zoned.isTimeZone(name)).toBe(isZoneByTemporal(name));
      }),
    );
  },

  formatDate: () =>
    fc.assert(
      fc.property(anyDay, anyDay, (date, today) => {
        const [short, long] = [{}, { year: 'numeric' as const }].map((year) =>
          american(plain(date), { month: 'short', day: 'numeric', ...year }),
        );
        expect(zoned.formatDate(date)).toBe(short);
        expect(zoned.formatDate(date, today)).toBe(plain(date).year === plain(today).year ? short : long);
      }),
      { numRuns: 300 },
    ),
  formatDay: () =>
    ofDays((date, day) => {
      const options = { weekday: 'short', month: 'short', day: 'numeric' } as const;
      expect(zoned.formatDay(date)).toBe(american(day, options));
      expect(zoned.formatDay(date, '2026-11-23')).toBe(
        american(day, day.year === 2026 ? options : { ...options, year: 'numeric' }),
      );
    }),
  formatTime: () =>
    fc.assert(
      fc.property(anyTime, (time) => {
        const byPlatform = Temporal.PlainTime.from(time).toLocaleString('en-US', {
          hour: 'numeric',
          minute: '2-digit',
        });
        expect(zoned.formatTime(time)).toBe(byPlatform.replace('\u202f', ' '));
      }),
    ),
};

describe('on any day, in any zone', () => {
  test.each(Object.entries(compared))('%s', (_name, expectAlike) => expectAlike());
});

describe('from a day before to a day after each change of clocks of six years', () => {
  test.each(zones)('clocks and instants in %s', (zone) => {
    expect(differencesAround(changesIn(zone), zone)).toEqual([]);
  });

  test.each(zones)('beginnings in %s', (zone) => {
    const missed = changesIn(zone).flatMap((change) => {
      const day = zonedAt(change, zone).toPlainDate();
      return [-1, 0, 1].flatMap((days) =>
        beginningsMissed(day.add({ days }).toString() as LocalDate, quarters, zone, 15),
      );
    });
    expect(missed).toEqual([]);
  });

  test('the changes are of every kind', () => {
    const kinds = zones.flatMap((zone) =>
      changesIn(zone).map((at) => {
        const [before, after] = [zonedAt(at - 60_000, zone), zonedAt(at, zone)];
        const minutes = (after.offsetNanoseconds - before.offsetNanoseconds) / 60e9;
        return `${shown(before.toPlainDateTime().add({ minutes: 1 })).slice(11)} ${minutes > 0 ? '+' : ''}${minutes}`;
      }),
    );
    const [forwards, backwards] = [
      ['00:00 +60', '01:00 +60', '01:00 +120', '02:00 +30', '02:00 +60'],
      ['00:00 -60', '01:00 -60', '02:00 -30', '02:00 -60', '03:00 -60', '03:00 -120'],
    ];
    expect(new Set(kinds)).toEqual(new Set([...forwards, ...backwards]));
  });
});
