/** What it takes to have deals as they were before an import. */
import { sql } from 'kysely';
import type { DealId, PersonId } from '../behaviours/ids.ts';
import type { ChangedDeal } from './deal-journal.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import { putRowBack } from './people-changes.ts';
import type { Tables } from './tables.ts';
import { forgetUsualStays } from './usual-stays.ts';

/** What one transaction of an import did. */
export interface DealImportPart {
  /** Ids of the deals that it added, from the first to the last. */
  readonly added: Range | null;
  /** Ids of the rows of history that it wrote. */
  readonly history: Range | null;
  readonly changed: readonly ChangedDeal[];
}

export interface Range {
  readonly first: number;
  readonly last: number;
}

type TableOfDeals = { [T in keyof Tables]: 'dealId' extends keyof Tables[T] ? T : never }[keyof Tables];

/**
 * What may hang on a deal, to follow "there are". Exhaustive by type, and by the schema: `test/store/deal-undo.test.ts`. Its history
 * is its own.
 */
export const hangsOnDeals = {
  interaction: 'entries',
  ask: 'asks',
  nudge: 'nudges',
  booking: 'bookings',
  promise: 'promises',
} as const satisfies Record<Exclude<TableOfDeals, 'dealChange'>, string>;

/** The parts of an import, in the order in which they were done. */
export async function dealImportParts(store: Store, changeId: number): Promise<DealImportPart[]> {
  const rows = await store.database
    .selectFrom('dealImportPart')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('changeId', '=', changeId)
    .orderBy('id')
    .execute();
  return rows.map(({ firstDeal, lastDeal, firstHistory, lastHistory, changed }) => ({
    added: rangeOf(firstDeal, lastDeal),
    history: rangeOf(firstHistory, lastHistory),
    changed: JSON.parse(changed) as ChangedDeal[],
  }));
}

function rangeOf(first: number | null, last: number | null): Range | null {
  return first === null || last === null ? null : { first, last };
}

/** Which of the deals in a range something hangs on, with what that is. */
export async function heldDeals(store: Store, { first, last }: Range): Promise<Map<number, string[]>> {
  const held = new Map<number, string[]>();
  for (const [table, words] of Object.entries(hangsOnDeals)) {
    const { rows } = await sql<{ dealId: DealId }>`select distinct deal_id from ${sql.table(table)}
      where workspace_id = ${store.workspaceId} and deal_id between ${first} and ${last}`.execute(store.database);
    for (const { dealId } of rows) held.set(dealId, [...(held.get(dealId) ?? []), words]);
  }
  return held;
}

/**
 * Takes the deals of a range and their history off the record.
 * @param kept ids of those that stay
 * @returns how many are gone
 */
export async function deleteDeals(store: Store, { first, last }: Range, kept: readonly number[]): Promise<number> {
  await forgetUsualStays(store);
  await sql`delete from deal_change where workspace_id = ${store.workspaceId}
    and deal_id between ${first} and ${last} and deal_id not in ${oneOf(kept)}`.execute(store.database);
  const { numAffectedRows } = await sql`delete from deal where workspace_id = ${store.workspaceId}
    and id between ${first} and ${last} and id not in ${oneOf(kept)}`.execute(store.database);
  return Number(numAffectedRows ?? 0);
}

/** Takes rows of history off the record, but for those of some deals. */
export async function deleteHistory(store: Store, { first, last }: Range, kept: readonly number[]): Promise<void> {
  await forgetUsualStays(store);
  await sql`delete from deal_change where workspace_id = ${store.workspaceId} and id between ${first} and ${last}
    and deal_id not in ${oneOf(kept)}`.execute(store.database);
}

/**
 * Puts a deal back as it was. What was changed since stays as it is now; an owner who turned out to be somebody else is whom they are.
 * @param whoIs the id of whoever somebody is by now; undefined where they are not on record any more
 * @returns the columns that stay; `undefined` where the deal is gone
 */
export async function putDealBack(
  store: Store,
  { id, before, after }: ChangedDeal,
  whoIs: (personId: PersonId) => number | undefined,
): Promise<readonly string[]> {
  const { ownerId, ...others } = before;
  const owner = typeof ownerId === 'number' ? whoIs(ownerId) : ownerId;
  const wanted = owner === undefined ? others : { ...others, ownerId: owner };
  const left = typeof after['ownerId'] === 'number' ? { ...after, ownerId: whoIs(after['ownerId']) ?? null } : after;
  const stays = await putRowBack(store, { table: 'deal', key: { id }, before: wanted, after: left });
  // When it was last changed goes with the rest: alone it tells nobody anything.
  const told = stays.filter((column) => column !== 'changedAt');
  return 'ownerId' in before && owner === undefined ? [...told, 'ownerId'] : told;
}
