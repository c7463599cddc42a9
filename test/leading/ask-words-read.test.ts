import { expect, test } from 'vitest';
import { readAskWords } from '../../src/leading/ask-words-read.ts';
import type { AskRead, NameableDeal } from '../../src/leading/ask-words-read.ts';

/** A Monday. */
const today = '2026-11-23';
const deal = (
  id: number,
  account: string | null,
  name: string,
  amount: number | null,
  currency: string | null = 'USD',
): NameableDeal => ({
  id,
  account,
  name,
  amount,
  currency,
});
const deals: readonly NameableDeal[] = [
  deal(1, 'Northwind Traders', 'Northwind Traders – Renewal', 48_000),
  deal(2, 'Global Freight Inc.', 'Fleet rollout', 120_000),
  deal(3, 'Acme', 'Acme pilot', 9_000),
  deal(4, 'Acme', 'Acme expansion', 60_000),
  deal(5, 'Müller & Söhne GmbH', 'Werk 2', 80_000, 'EUR'),
  deal(6, 'Maple Credit Union', 'Onboarding', 30_000, 'CAD'),
];

function read(text: string, of: readonly NameableDeal[] = deals): Partial<AskRead> {
  const found = readAskWords(text, { today, style: 'month-first', deals: of });
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

const friday = '2026-11-27';

test.each<[string, Partial<AskRead>]>([
  ['12% for Northwind by Friday', { kind: 'exception', exception: 'discount', dealId: 1, neededBy: friday }],
  [
    'Can I offer Northwind 12% off? They sign Friday',
    { kind: 'exception', exception: 'discount', dealId: 1, neededBy: friday },
  ],
  ['need a discount for northwind', { kind: 'exception', exception: 'discount', dealId: 1 }],
  ['I need 15% off to close Global Freight', { kind: 'exception', exception: 'discount', dealId: 2 }],
  ['10 percent for Müller by 12/4', { kind: 'exception', exception: 'discount', dealId: 5, neededBy: '2026-12-04' }],
  ['can we match Gong’s quote on the Acme expansion?', { kind: 'exception', exception: 'discount', dealId: 4 }],
  [
    'price match for the Acme pilot, $9,000, by EOD',
    { kind: 'exception', exception: 'discount', dealId: 3, stake: 9000, currency: 'USD', neededBy: today },
  ],
  ['net 60 for Northwind’s renewal?', { kind: 'exception', exception: 'terms', dealId: 1 }],
  ['Fleet rollout wants quarterly billing', { kind: 'exception', exception: 'terms', dealId: 2 }],
  ['opt-out after 12 months for acme pilot', { kind: 'exception', exception: 'terms', dealId: 3 }],
  [
    'can we expedite delivery for Global Freight by Nov 30',
    { kind: 'exception', exception: 'delivery', dealId: 2, neededBy: '2026-11-30' },
  ],
  ['raise the credit limit for Northwind Traders', { kind: 'exception', exception: 'credit', dealId: 1 }],
  ['can you waive the setup fee', { kind: 'exception', exception: 'other' }],
  [
    'Northwind deal is stuck in legal, $48k at stake',
    { kind: 'blocked-deal', dealId: 1, stake: 48_000, currency: 'USD' },
  ],
  ['Fleet rollout is blocked by security review', { kind: 'blocked-deal', dealId: 2 }],
  ['Müller went dark on me', { kind: 'blocked-deal', dealId: 5 }],
  [
    'Can I get a sales engineer for the Northwind demo on Thursday?',
    { kind: 'resource', dealId: 1, neededBy: '2026-11-26' },
  ],
  ['need a reference customer in freight by next Monday', { kind: 'resource', neededBy: '2026-11-30' }],
  [
    'budget of $500 for a customer lunch tomorrow',
    { kind: 'resource', stake: 500, currency: 'USD', neededBy: '2026-11-24' },
  ],
  ['I’d like to learn negotiation, is there a course?', { kind: 'training' }],
  ['coach me on discovery calls next week', { kind: 'training', neededBy: '2026-12-04' }],
  ['help with the pricing page', { kind: 'help' }],
  ['Can you join my Northwind call tomorrow at 2?', { kind: 'help', dealId: 1, neededBy: '2026-11-24' }],
  ['prep for the acme pilot review with me', { kind: 'help', dealId: 3 }],
])('%j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each<[string, string, Partial<AskRead>]>([
  ['two kinds at once', 'Northwind is blocked: legal won’t approve the 12% discount', { dealId: 1 }],
  ['two exceptions', '12% off and net 60 for Northwind', { kind: 'exception', dealId: 1 }],
  ['two deals of an account', 'a discount for Acme', { kind: 'exception', exception: 'discount' }],
  ['two accounts', 'help with Northwind and Global Freight', { kind: 'help' }],
  ['two amounts', 'discount from $48k to $42k for Northwind', { kind: 'exception', exception: 'discount', dealId: 1 }],
  ['two days', 'help with Northwind Thursday or Friday', { kind: 'help', dealId: 1 }],
  ['a word that is an account’s, too', 'I need help with global pricing', { kind: 'help' }],
  ['a word that isn’t written as a name', 'help me find a maple table', { kind: 'help' }],
  ['how sure somebody is', 'I’m 90% sure they sign', {}],
  ['a price a seat', 'they pay $20/seat today', { neededBy: today }],
  ['what is off', '$5k off for Northwind', { kind: 'exception', exception: 'discount', dealId: 1 }],
  ['seats', 'they need 5k seats', {}],
  ['no words', '', {}],
])('%s: %j', (_what, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('of several deals of one account the amount tells, too', () => {
  expect(read('Acme is stuck, $60k')).toEqual({ kind: 'blocked-deal', dealId: 4, stake: 60_000, currency: 'USD' });
});

test('a dollar is the deal’s dollar, and what has no sign takes the deal’s currency', () => {
  expect(read('Maple Credit Union is blocked, $30k')).toMatchObject({ stake: 30_000, currency: 'CAD' });
  expect(read('Müller is blocked, 80k')).toMatchObject({ stake: 80_000, currency: 'EUR' });
  expect(read('blocked, 80k')).toEqual({ kind: 'blocked-deal', stake: 80_000 });
  expect(read('blocked, £1.2m')).toEqual({ kind: 'blocked-deal', stake: 1_200_000, currency: 'GBP' });
  expect(read('blocked, 48,000 USD')).toEqual({ kind: 'blocked-deal', stake: 48_000, currency: 'USD' });
});

test('a deal that isn’t theirs is none', () => {
  expect(read('12% for Contoso by Friday')).toEqual({ kind: 'exception', exception: 'discount', neededBy: friday });
  expect(read('12% for Northwind by Friday', [])).toEqual({
    kind: 'exception',
    exception: 'discount',
    neededBy: friday,
  });
});
