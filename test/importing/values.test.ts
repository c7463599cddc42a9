import { describe, expect, test } from 'vitest';
import { readAmount, readCurrency } from '../../src/importing/values/amounts.ts';
import { readDate } from '../../src/importing/values/dates.ts';
import { readCountry, readTimeZone } from '../../src/importing/values/places.ts';

describe('amounts', () => {
  test.each([
    ['1054', 1054, null],
    ['1,054.50', 1054.5, null],
    ['1.054,50', 1054.5, null],
    ['€ 1 054', 1054, 'EUR'],
    ['1\u202f054,5 €', 1054.5, 'EUR'],
    ["1'054.50", 1054.5, null],
    ['1,054', 1054, null],
    ['1.054', 1054, null],
    ['1.05', 1.05, null],
    ['0.125', 0.125, null],
    ['1.000.000', 1_000_000, null],
    ['USD 1,000', 1000, 'USD'],
    ['1000 chf', 1000, 'CHF'],
    ['', null, null],
  ])('%j is %d', (text, amount, currency) => {
    expect(readAmount(text, 'amount')).toEqual({ amount, currency });
  });

  test.each(['-5', '(5)', '−5', '5-', '$-5'])('%j is negative and refused', (text) => {
    expect(() => readAmount(text, 'amount')).toThrow('is negative');
  });

  test.each(['abc', '1.00.0', '12 34', '=1+1', '€', '1,2,3', '99999999999999999'])('%j is no amount', (text) => {
    expect(() => readAmount(text, 'amount')).toThrow('is no amount');
  });

  test('a currency is a code or a sign', () => {
    expect([readCurrency('eur', 'currency'), readCurrency('£', 'currency'), readCurrency('', 'currency')]).toEqual([
      'EUR',
      'GBP',
      null,
    ]);
    expect(() => readCurrency('beads', 'currency')).toThrow('three-letter code');
  });
});

describe('days', () => {
  test.each([
    ['2026-11-03', '2026-11-03'],
    ['2026-11-03T09:30:00Z', '2026-11-03'],
    ['2026/11/3', '2026-11-03'],
    ['20261103', '2026-11-03'],
    ['3 Nov 2026', '2026-11-03'],
    ['November 3, 2026', '2026-11-03'],
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['04.04.2026', '2026-04-04'],
    ['', null],
  ])('%j is %s', (text, day) => {
    expect(readDate(text, 'started_on')).toBe(day);
  });

  test.each(['03/04/2026', '3.4.2026', '03-04-2026'])('%j could be two days and is refused with both', (text) => {
    expect(() => readDate(text, 'started_on')).toThrow('could be 2026-03-04 or 2026-04-03');
  });

  test.each(['2026-02-30', 'soon', '13/13/2026', '0026-01-01'])('%j is no day', (text) => {
    expect(() => readDate(text, 'started_on')).toThrow('is no day');
  });
});

describe('places', () => {
  test.each([
    ['DE', 'DE'],
    ['germany', 'DE'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['The Netherlands', 'NL'],
    ['Côte d’Ivoire', 'CI'],
    ['', null],
  ])('the country %j is %s', (text, code) => {
    expect(readCountry(text, 'country')).toBe(code);
  });

  test.each(['Freedonia', 'EU', 'ZZ'])('%j is no country', (text) => {
    expect(() => readCountry(text, 'country')).toThrow('isn’t known');
  });

  test('a zone is an IANA name in any case', () => {
    expect(readTimeZone('europe/berlin', 'time_zone')).toBe('Europe/Berlin');
    expect(readTimeZone('Etc/UTC', 'time_zone')).toBe('Etc/UTC');
  });

  test('a place is read, and so are whole hours from UTC', () => {
    expect(readTimeZone('New York', 'time_zone')).toBe('America/New_York');
    expect(readTimeZone('+02:00', 'time_zone')).toBe('Etc/GMT-2');
    expect(() => readTimeZone('Atlantis', 'time_zone')).toThrow('Use its IANA name');
  });
});
