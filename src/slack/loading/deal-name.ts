import type { DealId } from '../../behaviours/ids.ts';
import { dealName } from '../../behaviours/rhythm.ts';
import type { Store } from '../../store/db.ts';
import { findDeal } from '../../store/deals.ts';

/** The name of a deal; of one that is gone, words in its place. */
export async function nameOfDeal(store: Store, dealId: DealId | null): Promise<string> {
  const deal = dealId === null ? undefined : await findDeal(store, dealId);
  return deal === undefined ? 'a deal that is gone' : dealName(deal);
}
