import { describe, expect, test } from 'vitest';
import { readCountry, readPlace, readTimeZone } from '../../../src/importing/values/places.ts';
import { windowsZones } from '../../../src/importing/values/windows-zones.ts';
import { countryByThreeLetters } from '../../../src/importing/values/country-codes.ts';
import { isTimeZone } from '../../../src/time/zoned.ts';

const countries: Readonly<Record<string, readonly string[]>> = {
  DE: [
    'DE',
    'de',
    'DEU',
    'Germany',
    'GERMANY',
    'Deutschland',
    'Allemagne',
    'Alemania',
    'Alemanha',
    'Germania',
    'Duitsland',
    'Niemcy',
    'Tyskland',
    'ドイツ',
    'Germany (DEU)',
    'Berlin, Germany',
    'Germany, Berlin',
    'Remote (Germany)',
    'Germany Remote',
    'Germany HQ',
  ],
  US: [
    'US',
    'USA',
    'U.S.',
    'U.S.A.',
    'United States',
    'The United States',
    'United States of America',
    'Vereinigte Staaten',
    'États-Unis',
    'Estados Unidos',
    'EE. UU.',
    'USA - Remote',
    'US-Remote',
    'US Remote',
    'Remote, US',
    'United States (US)',
    'San Francisco, CA, US',
    'New Jersey, USA',
    'Georgia, USA',
    'USA – Wilmington, DE',
  ],
  GB: [
    'GB',
    'GBR',
    'UK',
    'U.K.',
    'Great Britain',
    'England',
    'UK – London',
    'London, UK',
    'Belfast, Northern Ireland',
    'Vereinigtes Königreich',
    'Großbritannien',
    'Royaume-Uni',
    'Reino Unido',
  ],
  CI: [
    'CI',
    'CIV',
    'Côte d’Ivoire',
    "Côte d'Ivoire",
    "Cote d'Ivoire",
    'Cote dʼIvoire',
    'Ivory Coast',
    'Elfenbeinküste',
    'Costa de Marfil',
  ],
  ES: ['Spain', 'España', 'Remote, Spain', 'Remote - Spain', 'Madrid, ES'],
  FR: ['France', 'Frankreich', 'FR - Paris', 'Paris (FR)'],
  NL: ['The Netherlands', 'Netherlands', 'Nederland', 'Niederlande', 'Holland', 'The Hague, Netherlands'],
  KR: ['South Korea', 'Korea, Republic of', 'Republic of Korea', 'KOR', '대한민국 (KOR)'],
  CZ: ['Czechia', 'Czech Republic', 'Tschechien'],
  BA: ['Bosnia & Herzegovina', 'Bosnia and Herzegovina'],
  IN: ['India', 'IN', 'IND', 'India - Bangalore'],
  GE: ['Georgia', 'GE'],
  NA: ['Namibia', 'NAM'],
  CH: ['Schweiz', 'Suisse', 'Svizzera', 'Switzerland (CH)'],
  BR: ['Brasil', 'Brazil', 'São Paulo, Brasil'],
  JP: ['日本', 'Japan', 'Japon'],
};

describe('countries', () => {
  for (const [code, texts] of Object.entries(countries))
    test.each(texts)(`${code} is what %j means`, (text) => {
      expect(readCountry(text, 'country')).toBe(code);
    });

  test.each(['', 'N/A', '-', 'TBD', 'keine Angabe'])('%j is none', (text) => {
    expect(readCountry(text, 'country')).toBeNull();
  });

  test.each([
    ['Freedonia', 'isn’t known'],
    ['Remote', 'isn’t known'],
    ['EMEA', 'isn’t known'],
    ['EU', 'isn’t known'],
    // A state of the USA has the same letters.
    ['Wilmington, DE', 'isn’t known'],
    ['San Francisco, CA', 'isn’t known'],
    ['CA - Remote', 'isn’t known'],
    ['Atlanta, Georgia', 'isn’t known'],
    ['Germany / Austria', 'names two countries, DE and AT. Keep one.'],
    ['NA', 'could be Namibia or no value'],
    ['na', 'could be Namibia or no value'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => readCountry(text, 'country')).toThrow(`country “${text}” ${message}`);
  });

  test('every code of three letters is that of a country with two', () => {
    for (const [three, two] of countryByThreeLetters)
      expect([three, readCountry(three, 'country')]).toEqual([three, two]);
  });

  test.each([
    ['DE-BY', { country: 'DE', region: 'DE-BY' }],
    ['us ca', { country: 'US', region: 'US-CA' }],
    ['UK - London', { country: 'GB', region: null }],
    ['N-A', { country: null, region: null }],
    ['Deutschland', { country: 'DE', region: null }],
  ])('the place %j', (text, place) => {
    expect(readPlace(text, 'country')).toEqual(place);
  });
});

describe('time zones', () => {
  test.each([
    // IANA's names.
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/New York', 'America/New_York'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['US/Pacific', 'US/Pacific'],
    ['us/pacific', 'America/Los_Angeles'],
    ['Japan', 'Asia/Tokyo'],
    ['EST5EDT', 'America/New_York'],
    ['Etc/GMT-2', 'Etc/GMT-2'],
    ['Europe/Berlin (CET)', 'Europe/Berlin'],
    // As Windows, Salesforce and Google write them.
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['GMT Standard Time', 'Europe/London'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
    ['Russia Time Zone 3', 'Europe/Samara'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Eastern Time (US and Canada)', 'America/New_York'],
    ['(UTC-05:00) Indiana (East)', 'America/Indiana/Indianapolis'],
    ['(UTC-07:00) Arizona', 'America/Phoenix'],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
    ['(UTC) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(UTC) Coordinated Universal Time', 'Etc/UTC'],
    ['(UTC+01:00) West Central Africa', 'Africa/Lagos'],
    ['(GMT+01:00) Central European Time (Europe/Berlin)', 'Europe/Berlin'],
    ['(GMT-08:00) Pacific Standard Time (America/Los_Angeles)', 'America/Los_Angeles'],
    ['(GMT+01:00) Central European Time - Berlin', 'Europe/Berlin'],
    // CLDR's long names.
    ['Pacific Daylight Time', 'America/Los_Angeles'],
    ['Eastern Time', 'America/New_York'],
    ['Central European Summer Time', 'Europe/Berlin'],
    ['British Summer Time', 'Europe/London'],
    ['Mitteleuropäische Zeit', 'Europe/Berlin'],
    ['heure normale d’Europe centrale', 'Europe/Berlin'],
    ['日本標準時', 'Asia/Tokyo'],
    // Abbreviations and cities.
    ['CET', 'Europe/Berlin'],
    ['UTC', 'Etc/UTC'],
    ['gmt', 'Etc/UTC'],
    ['EST', 'America/New_York'],
    ['JST', 'Asia/Tokyo'],
    ['Berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['München', 'Europe/Berlin'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['London (UK)', 'Europe/London'],
    ['Berlin, Germany', 'Europe/Berlin'],
    // Hours from UTC.
    ['UTC+2', 'Etc/GMT-2'],
    ['GMT-05:00', 'Etc/GMT+5'],
    ['+0200', 'Etc/GMT-2'],
    ['(UTC+02:00)', 'Etc/GMT-2'],
    ['UTC−3', 'Etc/GMT+3'],
    ['UTC+14', 'Etc/GMT-14'],
    ['UTC±0', 'Etc/UTC'],
    ['UTC+00:00', 'Etc/UTC'],
  ])('%j is %s', (text, zone) => {
    expect(readTimeZone(text, 'time_zone')).toBe(zone);
  });

  test.each(['', 'N/A', '-', '(blank)'])('%j is none', (text) => {
    expect(readTimeZone(text, 'time_zone')).toBeNull();
  });

  test.each([
    ['IST', 'could be that of India, Israel or Ireland'],
    ['CST', 'could be that of the US, China or Cuba'],
    ['BST', 'could be that of Britain or Bangladesh'],
    ['MST', 'could be that of Denver, Phoenix or Malaysia'],
    ['UTC+5:30', 'is no whole number of hours from UTC. Use the zone’s IANA name, e.g. Asia/Kolkata.'],
    ['GMT-3:30', 'is no whole number of hours from UTC'],
    ['UTC-13', 'is no time zone'],
    ['UTC+15', 'is no time zone'],
    ['Berlin, New York', 'is no time zone'],
    ['Atlantis', 'is no time zone. Use its IANA name, e.g. Europe/Berlin.'],
    ['(UTC+02:00) Atlantis', 'is no time zone'],
    ['Mars/Olympus', 'is no time zone'],
    ['Remote', 'is no time zone'],
    ['12', 'is no time zone'],
    ['2', 'is no time zone'],
    ['Europe', 'is no time zone'],
  ])('%j is refused: %s', (text, message) => {
    expect(() => readTimeZone(text, 'time_zone')).toThrow(`time_zone “${text}” ${message}`);
  });

  test('a zone of Windows is one that the calendar knows', () => {
    for (const [name, zone] of windowsZones) expect([name, isTimeZone(zone)]).toEqual([name, true]);
    expect(windowsZones.size).toBe(132);
  });
});
