/** Deals that are the same in every run: no two alike, spread over owners, stages and days. */
export const owners = 50;

export const columns = [
  'id',
  'name',
  'account',
  'owner',
  'stage',
  'amount',
  'currency',
  'opened_on',
  'last_activity_on',
  'close_on',
  'status',
] as const;

const stages = ['Prospecting', 'Qualification', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'] as const;
const currencies = ['EUR', 'USD', 'GBP', 'CHF'] as const;

export function ownerName(index: number): string {
  return `Rep ${index}`;
}

/** The cells of one row, in the order of `columns`. */
export function madeUpDeal(index: number) {
  const stage = stages[index % stages.length] ?? 'Proposal';
  return [
    `006${String(index).padStart(12, '0')}`,
    `Renewal and expansion ${index}`,
    `Account ${(index * 7) % 5_000} GmbH`,
    ownerName((index * 13) % owners),
    stage,
    String(1_000 + ((index * 37) % 250_000)),
    currencies[index % currencies.length] ?? 'EUR',
    dayOf(2026, index * 3),
    dayOf(2026, index * 5),
    dayOf(2027, index * 11),
    stage === 'Closed Won' ? 'won' : stage === 'Closed Lost' ? 'lost' : 'open',
  ] as const;
}

function dayOf(year: number, number: number): string {
  const month = 1 + (number % 12);
  const day = 1 + (Math.floor(number / 12) % 28);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
