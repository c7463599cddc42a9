import { expect, test } from 'vitest';
import {
  countriesWithHolidays,
  findRegion,
  knownPlace,
  nameOfPlace,
  publicHolidaysOf,
  regionsOf,
} from '../../src/time/holidays.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

test.each([
  ['US', '2026-11-26', 'Thanksgiving, by a rule of weekdays'],
  ['US', '2026-07-03', 'the Friday that stands in for a Saturday, 4 July'],
  ['DE', '2026-04-06', 'Easter Monday, by the moon'],
  ['DE', '2026-10-03', 'German Unity, a fixed day'],
  ['SG', '2026-02-17', 'Chinese New Year, by another calendar'],
  ['SG', '2026-11-09', 'the Monday after a Sunday Deepavali'],
  ['GB', '2026-12-28', 'Boxing Day’s Monday'],
] as const)('in %s nobody works on %s: %s', async (country, date, _why) => {
  const isHoliday = await publicHolidaysOf(country);
  expect(isHoliday(date)).toBe(true);
});

test.each([
  ['US', '2026-11-27', 'the day after Thanksgiving is only customary'],
  ['US', '2026-10-31', 'Halloween is observed, not free'],
  ['DE', '2026-11-26', 'Thanksgiving is American'],
  ['DE', '2026-01-06', 'Epiphany is a holiday of some states only'],
  ['DE', '2026-12-24', 'Christmas Eve is no public holiday'],
  ['SG', '2026-12-28', 'Christmas fell on a Friday'],
] as const)('in %s people work on %s: %s', async (country, date, _why) => {
  const isHoliday = await publicHolidaysOf(country);
  expect(isHoliday(date)).toBe(false);
});

test('every year has its holidays, leap years and those long past too', async () => {
  const isHoliday = await publicHolidaysOf('DE');
  for (let year = 2000; year < 2040; year += 1) {
    expect(isHoliday(`${year}-12-25`)).toBe(true);
    expect(isHoliday(`${year}-02-28`)).toBe(false);
  }
  expect(isHoliday('2028-02-29')).toBe(false);
});

test('a holiday of three days is all of them and no more, and a free afternoon is none', async () => {
  const emirates = await publicHolidaysOf('AE');
  const days = ['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'] as const;
  expect(days.map((date) => emirates(date))).toEqual([false, true, true, true, false]);
  expect((await publicHolidaysOf('IS'))('2026-12-24')).toBe(false);
});

test('the code may be in small letters, and of an unknown country nothing is known', async () => {
  expect((await publicHolidaysOf('us'))('2026-11-26')).toBe(true);
  for (const code of ['XX', '', 'Germany', '__proto__']) {
    const isHoliday = await publicHolidaysOf(code);
    for (let day = 0; day < 366; day += 1) expect(isHoliday(addDays('2026-01-01', day))).toBe(false);
  }
});

test('it is worked out once for a country', async () => {
  expect(await publicHolidaysOf('SG')).toBe(await publicHolidaysOf('sg'));
});

test('there are countries to choose from, by name, each with holidays', async () => {
  const countries = await countriesWithHolidays();
  expect(countries.length).toBeGreaterThan(150);
  expect(countries).toContainEqual({ code: 'DE', name: 'Germany' });
  expect(countries.map(({ name }) => name)).toEqual(
    countries.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, 'en')),
  );
});

test('a region has the holidays of its country and its own', async () => {
  const [germany, bavaria, berlin] = await Promise.all(['DE', 'DE-BY', 'de-be'].map(publicHolidaysOf));
  const has = (date: LocalDate) => [germany, bavaria, berlin].map((isHoliday) => isHoliday?.(date));
  expect(has('2027-11-01')).toEqual([false, true, false]);
  expect(has('2027-03-08')).toEqual([false, false, true]);
  expect(has('2027-03-29')).toEqual([true, true, true]);
  expect((await publicHolidaysOf('US-TX'))('2027-11-26')).toBe(true);
  expect((await publicHolidaysOf('US'))('2027-11-26')).toBe(false);
});

test('of a region that isn’t known those of the country hold, of a country that isn’t known none', async () => {
  expect((await publicHolidaysOf('DE-XX'))('2027-03-29')).toBe(true);
  expect((await publicHolidaysOf('DE-XX'))('2027-11-01')).toBe(false);
  expect((await publicHolidaysOf('XX-YY'))('2027-01-01')).toBe(false);
});

const found = async (country: string, text: string) => (await findRegion(country, text))?.code;

test('a region is found by its code and by its names, there and in English', async () => {
  for (const text of ['DE-BY', 'by', 'Bayern', 'bavaria', ' BAYERN ']) expect(await found('DE', text)).toBe('DE-BY');
  expect(await found('DE', 'Baden-Wurttemberg')).toBe('DE-BW');
  expect(await found('US', 'texas')).toBe('US-TX');
  expect(await found('ES', 'Catalonia')).toBe('ES-CT');
  expect(await found('DE', 'Central')).toBeUndefined();
  expect(await found('DE', '')).toBeUndefined();
  expect(await found('PL', 'PL-14')).toBeUndefined();
});

test('a place is written as a country or a region of it', async () => {
  expect(await Promise.all(['de', ' DE-BY ', 'us_tx', 'DE-XX', 'Bavaria', ''].map(knownPlace))).toEqual([
    'DE',
    'DE-BY',
    'US-TX',
    undefined,
    undefined,
    undefined,
  ]);
  expect(await nameOfPlace('DE-BY')).toBe('Bayern, Germany');
  expect(await nameOfPlace('SG')).toBe('Singapore');
});

test('no country has more regions than a select of Slack takes, and every code fits into its form', async () => {
  for (const { code } of await countriesWithHolidays()) {
    const regions = await regionsOf(code);
    expect(regions.length).toBeLessThan(100);
    expect(regions.filter((region) => !/^[A-Z]{2}-[A-Z0-9]{1,3}$/u.test(region.code))).toEqual([]);
  }
});
