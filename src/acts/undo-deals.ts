import type { PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writingAlone } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { newestDealsChange } from '../store/deal-journal.ts';
import { dealImportParts, deleteDeals, deleteHistory, heldDeals, putDealBack } from '../store/deal-undo.ts';
import type { DealImportPart } from '../store/deal-undo.ts';
import { dealChangeKinds } from '../store/people-change-tables.ts';
import { markUndone, newestPeopleChange } from '../store/people-changes.ts';
import { findWhoStayed } from '../store/people.ts';
import { keepUsualStays } from '../store/usual-stays.ts';
import { wallClockOf } from '../time/zoned.ts';

export interface UndoneDeals {
  readonly madeAt: Date;
  /** It came from the feed, not by hand. */
  readonly isFeed: boolean;
  /** Deals that are removed. */
  readonly deleted: number;
  /** Deals that are as they were. */
  readonly changed: number;
  /** Deals that it added and on which something hangs: they stay, and why. */
  readonly held: { readonly deals: number; readonly because: readonly string[] };
  /** Deals of which something was changed since, and which columns stay as they are. */
  readonly stays: { readonly deals: number; readonly columns: readonly string[] };
}

/**
 * Takes the last import of deals back: deals that it added are gone while nothing hangs on them, those that it changed are as they
 * were, and so is their history. What was changed since stays, and is counted.
 * @throws UserError if the last one is taken back already, or there is none
 */
export async function undoDeals(
  outer: Store,
  { actorId }: { readonly actorId: PersonId | null },
  now: Date,
): Promise<UndoneDeals> {
  const undone = await writingAlone(outer, async (store) => {
    const change = await newestDealsChange(store);
    if (change === undefined) throw new UserError('There’s no import of deals to undo: none changed anything.');
    if (change.isUndone) throw new UserError(await taken(store));
    const parts = await dealImportParts(store, change.id);
    const held = await takeAddedBack(store, parts);
    const back = await putChangedBack(store, parts);
    await markUndone(store, change.id, actorId, now);
    const event = { actorId, event: 'deals.undone', subjectKind: 'people-change', subjectId: change.id };
    await recordAudit(store, event, now);
    return { madeAt: change.madeAt, isFeed: change.kind === 'deals-feed', ...held, ...back };
  });
  await keepUsualStays(outer, now);
  return undone;
}

async function taken(store: Store): Promise<string> {
  const before = await newestPeopleChange(store, dealChangeKinds);
  const when = before === undefined ? '' : ` The one before it, of ${momentOf(before.madeAt)}, stays.`;
  return `The last import of deals is taken back already, and only the last one can be.${when} Import a right file instead.`;
}

/** As it is said at a terminal. */
export function momentOf(at: Date): string {
  return `${wallClockOf(at, 'Etc/UTC').replace('T', ' ')} UTC`;
}

async function takeAddedBack(
  store: Store,
  parts: readonly DealImportPart[],
): Promise<Pick<UndoneDeals, 'deleted' | 'held'>> {
  const kept: number[] = [];
  const because = new Set<string>();
  let deleted = 0;
  for (const { added, history } of parts) {
    const held = added === null ? new Map<number, string[]>() : await heldDeals(store, added);
    kept.push(...held.keys());
    for (const words of held.values()) for (const word of words) because.add(word);
    if (history !== null) await deleteHistory(store, history, [...held.keys()]);
    if (added !== null) deleted += await deleteDeals(store, added, [...held.keys()]);
  }
  return { deleted, held: { deals: kept.length, because: [...because] } };
}

async function putChangedBack(
  store: Store,
  parts: readonly DealImportPart[],
): Promise<Pick<UndoneDeals, 'changed' | 'stays'>> {
  const people = new Map<number, number | undefined>();
  const changed = new Set<number>();
  const stays = new Map<number, readonly string[]>();
  // A deal may have been changed by a row and marked by its absence, or unmarked: the last first.
  for (const deal of parts.toReversed().flatMap((part) => part.changed)) {
    for (const id of [deal.before['ownerId'], deal.after['ownerId']])
      if (typeof id === 'number' && !people.has(id)) people.set(id, (await findWhoStayed(store, id))?.id);
    const left = await putDealBack(store, deal, (id) => people.get(id));
    if (left.length > 0) stays.set(deal.id, [...(stays.get(deal.id) ?? []), ...left]);
    else changed.add(deal.id);
  }
  for (const id of stays.keys()) changed.delete(id);
  return { changed: changed.size, stays: { deals: stays.size, columns: [...new Set([...stays.values()].flat())] } };
}
