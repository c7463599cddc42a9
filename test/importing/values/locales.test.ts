/** What Node writes by CLDR, in many countries, is read back. */
import { describe, expect, test } from 'vitest';
import { readAmount, readMoney } from '../../../src/importing/values/amounts.ts';
import { readDate } from '../../../src/importing/values/dates.ts';
import { readCountry } from '../../../src/importing/values/places.ts';

const locales = (
  'en-US en-GB en-CA en-AU en-IN en-IE en-ZA de-DE de-AT de-CH fr-FR fr-CA fr-BE fr-CH es-ES es-MX es-AR es-CL es-CO pt-BR pt-PT ' +
  'it-IT it-CH nl-NL nl-BE pl-PL sv-SE sv-FI ja-JP'
).split(' ');
/** All after the 12th, so that no other order is a day, and none that is another with the year first. */
const days = [
  '2026-01-31',
  '2026-02-28',
  '2026-03-14',
  '2026-04-30',
  '2026-05-15',
  '2026-06-13',
  '2027-07-31',
  '2027-08-14',
  '2027-09-30',
  '2025-10-17',
  '2025-11-23',
  '2025-12-31',
];

describe('days', () => {
  const styles: readonly (readonly [string, Intl.DateTimeFormatOptions])[] = [
    ...(['full', 'long', 'medium'] as const).map((dateStyle) => [dateStyle, { dateStyle }] as const),
    ['full, with time', { dateStyle: 'full', timeStyle: 'long' }],
    ['medium, with time', { dateStyle: 'medium', timeStyle: 'short' }],
    ['in numbers', { year: 'numeric', month: '2-digit', day: '2-digit' }],
    [
      'in numbers, with time',
      { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' },
    ],
    ['with a weekday', { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }],
  ];
  test.each(locales)('as people in %s write them', (locale) => {
    for (const [style, options] of styles)
      for (const day of days) {
        const text = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(
          new Date(`${day}T14:30:00Z`),
        );
        expect([style, text, readDate(text, 'day')]).toEqual([style, text, day]);
      }
  });
});

describe('amounts', () => {
  test.each(locales)('as people in %s write them', (locale) => {
    for (const amount of [0.5, 12, 950.25, 1200, 12_000.5, 143_346, 1_234_567.89, 98_765_432.1])
      for (const currency of ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'PLN', 'BRL', 'INR', 'JPY', 'AUD', 'CAD', 'MXN']) {
        for (const currencyDisplay of ['symbol', 'code', 'narrowSymbol'] as const) {
          const text = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay,
            minimumFractionDigits: 2,
          }).format(amount);
          expect([text, readMoney(text, 'amount', currency)]).toEqual([text, { amount, currency }]);
        }
        const accounting = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          currencySign: 'accounting',
        }).format(-amount - 1);
        expect(() => readAmount(accounting, 'amount')).toThrow(`“${accounting}” is negative`);
      }
  });
});

describe('countries', () => {
  test.each(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'sv', 'ja'])('by their names in %s', (language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const codes = [
      'DE',
      'US',
      'GB',
      'FR',
      'ES',
      'IT',
      'NL',
      'PL',
      'SE',
      'JP',
      'CI',
      'BR',
      'IN',
      'CN',
      'KR',
      'AT',
      'CH',
      'BE',
      'CZ',
      'TR',
      'AE',
      'SG',
      'HK',
      'NZ',
      'AU',
      'CA',
      'MX',
      'ZA',
      'IE',
      'PT',
      'DK',
      'NO',
      'FI',
      'BA',
      'GE',
      'NA',
    ];
    for (const code of codes) {
      const name = names.of(code) ?? '';
      expect([name, readCountry(name, 'country')]).toEqual([name, code]);
      expect([name, readCountry(name.toUpperCase(), 'country')]).toEqual([name, code]);
      expect([name, readCountry(name.normalize('NFD').replace(/[\u0300-\u036f]/gu, ''), 'country')]).toEqual([
        name,
        code,
      ]);
    }
  });
});
