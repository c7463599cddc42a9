import { describe, expect, test } from 'vitest';
import type { Header } from '../../../src/importing/columns/header.ts';
import { amountStyleIn, holdsAmbiguousAmount } from '../../../src/importing/values/amount-style.ts';
import { readAmount, readCurrency, readMoney } from '../../../src/importing/values/amounts.ts';

function recordsOf(cells: readonly string[]) {
  return cells.map((cell, at) => ({ cells: [cell], line: at + 2 }));
}

describe('amounts as sheets, databases and people write them', () => {
  test.each<[string, number, string | null]>([
    ['12000', 12_000, null],
    ['12000.0', 12_000, null],
    ['1054.5000000001', 1054.5, null],
    ['1054.4999999999998', 1054.5, null],
    ['0.125', 0.125, null],
    ['12345.678', 12_345.678, null],
    ['.5', 0.5, null],
    ['+1200', 1200, null],
    ['-0.00', 0, null],
    ['1.2E+5', 120_000, null],
    ['1,2E+5', 120_000, null],
    ['1e5', 100_000, null],
    ['1.23457E+11', 123_457_000_000, null],
    // Groups.
    ['1,054.50', 1054.5, null],
    ['1.054,50', 1054.5, null],
    ['1 054,50', 1054.5, null],
    ['1\u00a0054,50', 1054.5, null],
    ['1\u202f054\u202f000', 1_054_000, null],
    ["1'054.50", 1054.5, null],
    ['1’054’000', 1_054_000, null],
    ['12,34,567', 1_234_567, null],
    ['₹12,34,567.89', 1_234_567.89, 'INR'],
    ['１２００', 1200, null],
    ['１，２００円', 1200, 'JPY'],
    ['1,234', 1234, null],
    ['1.234', 1234, null],
    // Signs and codes on both sides.
    ['$1,200.00 USD', 1200, 'USD'],
    ['$ 1,200 CAD', 1200, 'CAD'],
    ['USD 1,200', 1200, 'USD'],
    ['USD $1,200', 1200, 'USD'],
    ['USD1200', 1200, 'USD'],
    ['1200eur', 1200, 'EUR'],
    ['1,200 (USD)', 1200, 'USD'],
    ['1.200,00 €', 1200, 'EUR'],
    ['€1.200', 1200, 'EUR'],
    ['R$ 1.200,00', 1200, 'BRL'],
    ['US$ 1,200', 1200, 'USD'],
    ['CA$1,200', 1200, 'CAD'],
    ['C$1,200', 1200, 'CAD'],
    ['¥1,200', 1200, 'JPY'],
    ['￥1,200', 1200, 'JPY'],
    ['12 000 zł', 12_000, 'PLN'],
    ['5 000 Kč', 5000, 'CZK'],
    ['12.000 Ft', 12_000, 'HUF'],
    ['Fr. 1200', 1200, 'CHF'],
    ['1200 руб.', 1200, 'RUB'],
    // Shared by several, none of them the usual one.
    ['kr 1 200', 1200, null],
    ['1200 kr.', 1200, null],
    ['Rs. 12,000', 12_000, null],
    // No cents.
    ["CHF 1'200.–", 1200, 'CHF'],
    ['1,200.-', 1200, null],
    ['€ 1.054,--', 1054, 'EUR'],
    // Thousands and more.
    ['12k', 12_000, null],
    ['$12.5K', 12_500, 'USD'],
    ['1.2M', 1_200_000, null],
    ['1.1M', 1_100_000, null],
    ['€1,2 Mio.', 1_200_000, 'EUR'],
    ['1,2 Mio. €', 1_200_000, 'EUR'],
    ['$1.5 million', 1_500_000, 'USD'],
    ['12 TEUR', 12_000, 'EUR'],
    ['12 k€', 12_000, 'EUR'],
    ['12 tkr', 12_000, null],
    ['5 lakh', 500_000, null],
    ['₹1.2 crore', 12_000_000, 'INR'],
    ['1200万円', 12_000_000, 'JPY'],
    ['1.5億円', 150_000_000, 'JPY'],
  ])('%j is %d %s', (text, amount, currency) => {
    expect(readAmount(text, 'amount')).toEqual({ amount, currency });
  });

  test.each(['', '-', 'N/A', '$-', ' $ -   ', '- €', '– €', 'EUR -', 'TBD', '#REF!', 'NaN'])(
    '%j is no amount',
    (text) => {
      expect(readAmount(text, 'amount')).toEqual({ amount: null, currency: null });
    },
  );

  test.each(['-500', '500-', '−5', '(1,200)', '($1,200.00)', '$(1,200)', '$-5', '-$5', 'EUR -5', '-1.2M'])(
    '%j is negative, and said to be',
    (text) => {
      expect(() => readAmount(text, 'amount')).toThrow(
        `amount “${text}” is negative. Write what the deal is worth, 0 or more.`,
      );
    },
  );

  test.each([
    'abc',
    '€',
    '1.00.0',
    '12 34',
    '1,23,4',
    '1,2,3',
    '=1+1',
    '0x10',
    '12:30',
    '2026-11-30',
    '10%',
    '1200-1500',
    '~1200',
    '>1200',
    '1200/yr',
    '1200 per month',
    '5 beads',
    '€5€ and',
    '5 mil',
    '1.2B',
    '1200 kilo',
    '99999999999999999',
    '1e99',
    'Infinity',
  ])('%j is refused', (text) => {
    expect(() => readAmount(text, 'amount')).toThrow('is no amount. Write it like 1054 or 1054.50.');
  });

  test.each(['1.234k', '1,234 Mio.'])('%j could be two amounts', (text) => {
    expect(() => readAmount(text, 'amount')).toThrow(
      /could be 1234 × [\d,]+ or 1\.234 × [\d,]+\. Write it without a separator/,
    );
  });
});

describe('a currency beside an amount', () => {
  test.each<[string, string | null, string | null]>([
    ['1200', 'EUR', 'EUR'],
    ['', 'EUR', 'EUR'],
    ['$1200', 'CAD', 'CAD'],
    ['$1200', null, 'USD'],
    ['¥1200', 'CNY', 'CNY'],
    ['kr 1 200', 'SEK', 'SEK'],
    ['Rs 1200', 'INR', 'INR'],
    ['€1200', 'EUR', 'EUR'],
  ])('%j with %s is in %s', (text, named, currency) => {
    expect(readMoney(text, 'amount', named).currency).toBe(currency);
  });

  test.each([
    ['€1200', 'USD', 'amount “€1200” is in EUR, and currency says USD. Correct one of the two.'],
    ['kr 1200', 'EUR', 'is in DKK or ISK or NOK or SEK, and currency says EUR'],
    ['5 USD EUR', null, 'names two currencies'],
    ['€5 USD', null, 'amount “€5 USD” names two currencies. Correct one of the two.'],
  ])('%j with %s contradict each other', (text, named, message) => {
    expect(() => readMoney(text, 'amount', named)).toThrow(message);
  });

  test.each([
    ['eur', 'EUR'],
    ['£', 'GBP'],
    ['zł', 'PLN'],
    ['EUR - Euro', 'EUR'],
    ['USD – U.S. Dollar', 'USD'],
    ['Euro (EUR)', 'EUR'],
    ['US Dollar', 'USD'],
    ['US dollars', 'USD'],
    ['United States Dollar', 'USD'],
    ['US-Dollar', 'USD'],
    ['Schweizer Franken', 'CHF'],
    ['livre sterling', 'GBP'],
    ['Pound Sterling', 'GBP'],
    ['日本円', 'JPY'],
    ['米ドル', 'USD'],
    ['', null],
    ['N/A', null],
  ])('%j is %s', (text, currency) => {
    expect(readCurrency(text, 'currency')).toBe(currency);
  });

  test.each([
    ['beads', 'currency “beads” is no currency. Use its three-letter code, e.g. EUR.'],
    ['XYZ', 'is no currency'],
    ['kr', 'currency “kr” stands for DKK, ISK, NOK, SEK. Use the three-letter code of yours.'],
  ])('%j is refused', (text, message) => {
    expect(() => readCurrency(text, 'currency')).toThrow(message);
  });
});

describe('the other cells of the column say what 1.234 is', () => {
  const header = {
    width: 1,
    positions: new Map([['amount', [0]]]),
    columns: {},
    preset: null,
  } as unknown as Header<'amount'>;

  async function read(text: string, others: readonly string[]): Promise<number | null | string> {
    const style = await amountStyleIn(
      header,
      'amount',
      (async function* () {
        yield await Promise.resolve(recordsOf(others));
      })(),
    );
    try {
      return readAmount(text, 'amount', style).amount;
    } catch (error) {
      return String(error);
    }
  }

  test.each<[string, string[], number]>([
    ['1.234', [], 1234],
    ['1.234', ['1.234,50'], 1234],
    ['1.234', ['12,5 €', '2.345'], 1234],
    ['1.234', ['1.234.567'], 1234],
    ['1.234', ['0.123', '12.5'], 1.234],
    ['1.234', ['12345.678'], 1.234],
    ['1,234', ['1,234.50'], 1234],
    ['1,234', ['0,123'], 1.234],
    // Contradictions decide nothing.
    ['1.234', ['1,000.50', '1.000,50'], 1234],
  ])('%s beside %j is %d', async (text, others, amount) => {
    expect(await read(text, others)).toBe(amount);
  });

  test.each<[string, string[]]>([
    ['1.234', ['12.5', '1,000.00']],
    ['$1,234', ['12,50']],
  ])('%s beside %j is refused', async (text, others) => {
    expect(await read(text, others)).toMatch(/could be 1234 or 1\.234\. Write it without a separator, like 1054\./);
  });

  test.each([
    ['1.234', true],
    ['$1,234 USD', true],
    ['1234', false],
    ['1,234.50', false],
    ['1.234.567', false],
    ['12.50', false],
  ])('%s has the column asked: %s', (text, isAmbiguous) => {
    expect(holdsAmbiguousAmount(header, 'amount', recordsOf(['5', text]))).toBe(isAmbiguous);
  });
});
