import { describe, expect, test } from 'vitest';
import { calendarOf, isOut, noTimeOff, placeOf, timeZoneOf } from '../../src/leading/calendars.ts';
import type { TimeOff } from '../../src/leading/calendars.ts';
import { withCompanyDays } from '../../src/leading/company-days.ts';
import { dueOccurrence, occurrenceOf } from '../../src/leading/plan-time.ts';
import { defaultPolicy, policyFor } from '../../src/leading/policy.ts';
import { publicHolidaysOf } from '../../src/time/holidays.ts';
import { isWorkingTime, nextWorkingInstant, workingDaysBetween } from '../../src/time/working-calendar.ts';

const berlin = { timeZone: 'Europe/Berlin' };
const calendarWith = (timeOff: Partial<TimeOff>, person = berlin) =>
  calendarOf(person, defaultPolicy, 'Etc/UTC', { ...noTimeOff, ...timeOff });
const monday = { day: 1, at: '09:00' } as const;
const due = (calendar: ReturnType<typeof calendarWith>, instant: string) =>
  dueOccurrence(calendar, monday, new Date(instant))?.on;

describe('a plan that falls on a holiday comes on the next working day, at its time', () => {
  test.each([
    ['US', 'America/New_York', '2026-09-07', '2026-09-08T12:59:00Z', '2026-09-08'],
    ['DE', 'Europe/Berlin', '2026-04-06', '2026-04-07T06:59:00Z', '2026-04-07'],
    ['SG', 'Asia/Singapore', '2026-08-10', '2026-08-11T00:59:00Z', '2026-08-11'],
  ] as const)('%s', async (country, timeZone, holiday, before, on) => {
    const calendar = calendarWith({ isHoliday: await publicHolidaysOf(country) }, { timeZone });
    const abroad = calendarWith({}, { timeZone });
    const anHourIntoWork = new Date(Date.parse(before) - 23 * 3_600_000);
    expect(dueOccurrence(abroad, monday, anHourIntoWork)?.on).toBe(holiday);
    expect(dueOccurrence(calendar, monday, anHourIntoWork)).toBeUndefined();
    expect(due(calendar, before)).toBeUndefined();
    expect(due(calendar, new Date(Date.parse(before) + 60_000).toISOString())).toBe(on);
  });

  test('over Christmas in Germany it is Monday the 28th, for the 25th and 26th are over', async () => {
    const calendar = calendarWith({ isHoliday: await publicHolidaysOf('DE') });
    expect(occurrenceOf(calendar, { day: 5, at: '09:00' }, '2026-12-25')).toBeUndefined();
    expect(occurrenceOf(calendar, monday, '2026-12-28')?.on).toBe('2026-12-28');
  });
});

describe('the place whose holidays a person has', () => {
  const unknown = { country: null, region: null };
  const none = { holidayCountry: null, holidayRegion: null };
  const bavaria = { holidayCountry: 'DE', holidayRegion: 'DE-BY' };
  test('is the workspace’s where theirs isn’t known', () => {
    expect(placeOf(unknown, bavaria)).toBe('DE-BY');
    expect(placeOf({ country: 'SG', region: null }, bavaria)).toBe('SG');
    expect(placeOf({ country: 'DE', region: null }, bavaria)).toBe('DE');
    expect(placeOf(unknown, none)).toBeNull();
  });
  test('is what they chose themselves, before the roster', () => {
    expect(placeOf({ country: 'DE', region: 'DE-BE' }, bavaria)).toBe('DE-BE');
    expect(placeOf({ country: 'DE', region: 'DE-BE' }, none, { holidayPlace: 'AT' })).toBe('AT');
    expect(placeOf({ country: 'DE', region: 'DE-BE' }, none, { holidayPlace: null })).toBe('DE-BE');
  });
  test('is the country alone where the region on record is another country’s', () => {
    expect(placeOf({ country: 'AT', region: 'DE-BY' }, none)).toBe('AT');
    expect(placeOf({ country: null, region: 'DE-BY' }, none)).toBeNull();
  });
});

/** Are these days off in one place those of somebody in another? */
const holds = (place: string | null, entry: { place: string | null }) =>
  withCompanyDays(place, {
    companyDaysOff: [{ from: '2026-12-28', until: '2026-12-30', name: null, ...entry }],
  })('2026-12-29');

describe('days off of the company', () => {
  test.each([
    [null, null, true],
    ['DE', null, true],
    ['DE-BY', 'DE', true],
    ['DE-BY', 'DE-BY', true],
    ['DE-BE', 'DE-BY', false],
    ['DE', 'DE-BY', false],
    ['AT', 'DE', false],
    [null, 'DE', false],
  ])('somebody in %s, days off in %s: %s', (place, where, expected) => {
    expect(holds(place, { place: where })).toBe(expected);
  });
  test('stand beside the public holidays', async () => {
    const company = { companyDaysOff: [{ from: '2026-12-28', until: '2026-12-28', name: null, place: null }] } as const;
    const isFree = withCompanyDays('DE', company, await publicHolidaysOf('DE'));
    expect((['2026-12-25', '2026-12-28', '2026-12-29'] as const).map(isFree)).toEqual([true, true, false]);
  });
});

describe('own days off', () => {
  const calendar = calendarWith({ daysOff: [{ from: '2026-11-23', until: '2026-11-27' }] });
  test('are counted with both ends', () => {
    expect(workingDaysBetween(calendar, '2026-11-20', '2026-11-30')).toBe(1);
  });
  test('a whole week has no plan, and the next week one', () => {
    expect(occurrenceOf(calendar, monday, '2026-11-25')).toBeUndefined();
    expect(occurrenceOf(calendar, monday, '2026-11-30')).toEqual({ week: '2026-11-30', on: '2026-11-30' });
  });
});

describe('out by the status in Slack', () => {
  const since = new Date('2026-11-23T10:00:00Z');
  test('nothing reaches them, from that minute on, until it ends', () => {
    const calendar = calendarWith({ absence: { since, until: new Date('2026-11-25T13:00:00Z') } });
    expect(isWorkingTime(calendar, new Date('2026-11-23T09:59:00Z'))).toBe(true);
    expect(isWorkingTime(calendar, since)).toBe(false);
    expect(isWorkingTime(calendar, new Date('2026-11-25T12:59:59Z'))).toBe(false);
    expect(isWorkingTime(calendar, new Date('2026-11-25T13:00:00Z'))).toBe(true);
    expect(nextWorkingInstant(calendar, since)).toEqual(new Date('2026-11-25T13:00:00Z'));
  });
  test('only whole days count as days off', () => {
    const calendar = calendarWith({ absence: { since, until: new Date('2026-11-25T13:00:00Z') } });
    expect((['2026-11-23', '2026-11-24', '2026-11-25'] as const).map((date) => calendar.isDayOff(date))).toEqual([
      false,
      true,
      false,
    ]);
  });
  test('one that ends at night leads to the next morning', () => {
    const calendar = calendarWith({ absence: { since, until: new Date('2026-11-25T22:59:59Z') } });
    expect(nextWorkingInstant(calendar, since)).toEqual(new Date('2026-11-26T08:00:00Z'));
  });
  test('without an end nobody knows when they are back, and no day is taken for off in advance', () => {
    const calendar = calendarWith({ absence: { since, until: null } });
    expect(nextWorkingInstant(calendar, since)).toBeUndefined();
    expect(due(calendar, '2026-11-30T08:30:00Z')).toBeUndefined();
    expect(calendar.isDayOff('2026-11-30')).toBe(false);
  });
});

test('out is who is away by their own account; a public holiday is no absence', () => {
  const now = new Date('2026-12-25T10:00:00Z');
  const off = (timeOff: Partial<TimeOff>) => isOut({ ...noTimeOff, ...timeOff }, '2026-12-25', now);
  expect(off({ isHoliday: () => true })).toBe(false);
  expect(off({ daysOff: [{ from: '2026-12-25', until: '2026-12-25' }] })).toBe(true);
  expect(off({ daysOff: [{ from: '2026-12-26', until: '2026-12-27' }] })).toBe(false);
  expect(off({ absence: { since: now, until: null } })).toBe(true);
  expect(off({ absence: { since: new Date('2026-12-20T10:00:00Z'), until: now } })).toBe(false);
});

describe('the policy for one person', () => {
  test('is the workspace’s where they set nothing', () => {
    expect(policyFor(defaultPolicy, {})).toEqual(defaultPolicy);
  });
  test('has their own plan time and week', () => {
    const own = { planDay: 2, planAt: '10:00', workingDays: [2, 3, 4], workingFrom: '08:00' } as const;
    expect(policyFor(defaultPolicy, own)).toEqual({ ...defaultPolicy, ...own });
  });
  test('moves a plan time at which they don’t work, so that no week goes without for ever', () => {
    const friday = { ...defaultPolicy, planDay: 5 } as const;
    expect(policyFor(friday, { workingDays: [1, 2, 3] })).toMatchObject({ planDay: 3 });
    expect(policyFor(friday, { workingFrom: '12:00', workingUntil: '20:00' })).toMatchObject({ planAt: '12:00' });
    expect(policyFor(friday, { workingFrom: '05:00', workingUntil: '09:00' })).toMatchObject({ planAt: '05:00' });
  });
  test('keeps days off and praise out of it', () => {
    const own = { daysOff: [{ from: '2026-12-24', until: '2026-12-31' }], publicPraise: true } as const;
    expect(policyFor(defaultPolicy, own)).toEqual(defaultPolicy);
  });
});

test('a person’s zone is their own, where it is one', () => {
  expect(timeZoneOf({ timeZone: 'Asia/Tokyo' }, 'Etc/UTC')).toBe('Asia/Tokyo');
  expect(timeZoneOf({ timeZone: 'Tokyo' }, 'Europe/Berlin')).toBe('Europe/Berlin');
  expect(timeZoneOf({ timeZone: null }, 'Europe/Berlin')).toBe('Europe/Berlin');
});

const isOff = (since: string, until: string | null) => {
  const absence = { since: new Date(since), until: until === null ? null : new Date(until) };
  return calendarWith({ absence }).isDayOff('2026-11-24');
};

test('a day is off to whoever is out from its first working minute to its last, and to nobody else', () => {
  expect(isOff('2026-11-24T08:00:00Z', '2026-11-24T17:00:00Z')).toBe(true);
  expect(isOff('2026-11-24T08:01:00Z', '2026-11-24T17:00:00Z')).toBe(false);
  expect(isOff('2026-11-24T08:00:00Z', '2026-11-24T16:59:00Z')).toBe(false);
  expect(isOff('2026-11-23T08:00:00Z', null)).toBe(false);
});
