import { describe, expect, it, test } from 'vitest';
import type { CompanyObstacle } from '../../src/behaviours/company-obstacles.ts';
import {
  behindWords,
  moneyOf,
  obstacleForALead,
  obstaclesSince,
  topObstacles,
  unnamedReports,
  waitingFor,
} from '../../src/leading/obstacles.ts';
import type { ObstacleReport } from '../../src/leading/obstacles.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const today: LocalDate = '2026-11-27';

function report(obstacle: CompanyObstacle | null, dealId: number | null, on = today): ObstacleReport {
  return { obstacle, dealId, on };
}
function deal(id: number, amount: number | null, currency: string | null = 'EUR') {
  return { id, amount, currency };
}

function behind(obstacle: CompanyObstacle, deals: number) {
  return { obstacle, deals, reports: deals, money: [] };
}

describe('what our own company puts in the way', () => {
  it('counts ninety days with today among them, and nothing to come', () => {
    expect(obstaclesSince(today)).toBe('2026-08-30');
    const reports = (['2026-08-29', '2026-08-30', today, '2026-11-28'] as const).map((on, index) =>
      report('legal-review', index, on),
    );
    expect(topObstacles(reports, [], today)).toMatchObject([{ obstacle: 'legal-review', reports: 2, deals: 2 }]);
  });

  it('counts a deal once for an obstacle, however often it was named, and once for each obstacle', () => {
    const reports = [report('legal-review', 1), report('legal-review', 1), report('credit-check', 1)];
    expect(topObstacles(reports, [deal(1, 100)], today)).toEqual([
      { obstacle: 'legal-review', reports: 2, deals: 1, money: [{ currency: 'EUR', amount: 100 }] },
      { obstacle: 'credit-check', reports: 1, deals: 1, money: [{ currency: 'EUR', amount: 100 }] },
    ]);
  });

  it('never adds one currency to another, and leaves unknown amounts out', () => {
    const deals = [deal(1, 100), deal(2, 50, 'USD'), deal(3, 20), deal(4, null), deal(5, 7, null)];
    expect(moneyOf(deals)).toEqual([
      { currency: 'EUR', amount: 120 },
      { currency: 'USD', amount: 50 },
      { currency: null, amount: 7 },
    ]);
  });

  it('is at most three: more deals first, then more often named, then as in the catalogue', () => {
    const reports = [
      report('security-review', 1),
      report('security-review', 2),
      report('product-gap', 3),
      report('product-gap', 3),
      report('delivery-date', null),
      report('legal-review', 4),
      report('pricing-approval', 5),
    ];
    expect(topObstacles(reports, [], today).map(({ obstacle }) => obstacle)).toEqual([
      'security-review',
      'product-gap',
      'legal-review',
    ]);
  });

  it('is nothing where nothing was named; what has no name is counted apart', () => {
    expect(topObstacles([report(null, 1)], [deal(1, 10)], today)).toEqual([]);
    expect(unnamedReports([report(null, 1), report(null, 2, '2026-08-29'), report('other', 1)], today)).toBe(1);
  });
});

describe('what a lead is asked to fix', () => {
  it('stands behind three deals or more', () => {
    expect(obstacleForALead([behind('legal-review', 2)])).toBeUndefined();
    expect(obstacleForALead([behind('legal-review', 3)])?.obstacle).toBe('legal-review');
  });

  it('has a name', () => {
    expect(obstacleForALead([behind('other', 9)])).toBeUndefined();
    expect(obstacleForALead([behind('other', 9), behind('credit-check', 3)])?.obstacle).toBe('credit-check');
  });
});

test.each([
  [3, [{ currency: 'EUR', amount: 120_000 }], '3 deals, €120,000'],
  [1, [], '1 deal'],
  [0, [], 'named 3 times'],
  [
    2,
    [
      { currency: 'EUR', amount: 5 },
      { currency: 'USD', amount: 4 },
    ],
    '2 deals, €5 and $4',
  ],
  [
    5,
    ['EUR', 'USD', 'GBP', 'CHF', 'SEK'].map((currency) => ({ currency, amount: 1 })),
    '5 deals, €1, $1, £1 and 2 other currencies',
  ],
])('%i deals with %j are %s', (deals, money, words) => {
  expect(behindWords({ deals, reports: 3, money })).toBe(words);
});

test.each([
  ['open', 1, 'you'],
  ['taken', 1, 'you'],
  ['taken', 2, 'others'],
  ['done', 1, 'confirmation'],
  ['declined', 2, 'confirmation'],
  ['confirmed', 1, undefined],
  ['withdrawn', 1, undefined],
] as const)('an ask that is %s with %i waits for %s', (state, holderId, expected) => {
  expect(waitingFor({ state, holderId }, 1)).toBe(expected);
});
