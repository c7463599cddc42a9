import type { DealChange } from '../../store/deal-changes.ts';
import type { Deal, ImportedDeal } from '../../store/deals.ts';
import type { LocalDate } from '../../time/zoned.ts';
import type { DealField } from '../columns/columns.ts';

/** Which columns of the file a stored field comes from: without any of them it stays as it is. */
const sources = {
  name: ['name', 'account', 'product'],
  account: ['account'],
  stage: ['stage', 'status', 'is_won', 'is_closed'],
  amount: ['amount'],
  currency: ['currency', 'amount'],
  openedOn: ['opened_on'],
  lastActivityOn: ['last_activity_on', 'opened_on', 'close_on', 'closed_on'],
  closeOn: ['close_on', 'closed_on'],
} as const satisfies Partial<Record<keyof ImportedDeal, readonly DealField[]>>;

/** The stored fields that a file with these columns says nothing about. */
export function absentFields(present: ReadonlySet<DealField>): readonly (keyof ImportedDeal)[] {
  return (Object.keys(sources) as (keyof typeof sources)[]).filter(
    (field) => !sources[field].some((column) => present.has(column)),
  );
}

/** The stored fields that come from these columns, which couldn't be read. */
export function fieldsFrom(unreadable: readonly DealField[]): readonly (keyof ImportedDeal)[] {
  if (unreadable.length === 0) return [];
  return (Object.keys(sources) as (keyof typeof sources)[]).filter((field) =>
    sources[field].some((column) => unreadable.includes(column)),
  );
}

/** The deal as it is to be stored: what the file doesn't say stays as it is on record. */
export function updated(deal: ImportedDeal, known: Deal, absent: readonly (keyof ImportedDeal)[]): ImportedDeal {
  const kept = Object.fromEntries(absent.map((field) => [field, known[field]]));
  const isSameName = known.name === deal.name || withoutSpaces(known.name) === withoutSpaces(deal.name);
  return { ...deal, ...(isSameName && { name: known.name }), ...kept };
}

/** A product is spelt “GTXPro” here and “GTX Pro” there: that alone is no change. */
function withoutSpaces(name: string): string {
  return name.replace(/\s+/g, '');
}

const compared = [
  'name',
  'account',
  'ownerId',
  'stage',
  'amount',
  'currency',
  'openedOn',
  'lastActivityOn',
  'closeOn',
  'status',
] as const satisfies (keyof ImportedDeal)[];

/** Does the record say already what is to be stored? */
export function isOnRecord(deal: ImportedDeal, known: Deal): boolean {
  return !known.isMissing && compared.every((key) => deal[key] === known[key]);
}

/** What the history keeps of a change, how it ended first. */
export function changesBetween(known: Deal, deal: ImportedDeal, seenOn: LocalDate): DealChange[] {
  const values = [
    ['status', known.status, deal.status],
    ['stage', known.stage, deal.stage],
    ['close_on', known.closeOn, deal.closeOn],
    ['amount', moneyOf(known), moneyOf(deal)],
    ['owner', idOf(known.ownerId), idOf(deal.ownerId)],
    ['last_activity_on', known.lastActivityOn, deal.lastActivityOn],
  ] as const;
  return values
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => ({ dealId: known.id, what, before, after, seenOn }));
}

function moneyOf({ amount, currency }: Pick<Deal, 'amount' | 'currency'>): string | null {
  if (amount === null) return null;
  return currency === null ? String(amount) : `${amount} ${currency}`;
}

function idOf(id: number | null): string | null {
  return id === null ? null : String(id);
}
