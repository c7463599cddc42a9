import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Store } from '../store/db.ts';
import { newestDealsChange } from '../store/deal-journal.ts';
import { dealChangeKinds } from '../store/people-change-tables.ts';
import { newestPeopleChange } from '../store/people-changes.ts';
import { momentOf, undoDeals } from './undo-deals.ts';
import type { UndoneDeals } from './undo-deals.ts';
import { undoRoster } from './undo-roster.ts';
import type { UndoneRoster } from './undo-roster.ts';

export const undoableKinds = ['roster', 'deals'] as const;
export type UndoableKind = (typeof undoableKinds)[number];

export type UndoneImport = (UndoneRoster & { readonly kind: 'roster' }) | (UndoneDeals & { readonly kind: 'deals' });

/**
 * Takes an import back: the last one of a kind, or whichever came last.
 * @throws UserError if none is on record that could be taken back; where the last is one of deals before the last of them, too: what
 *   came before it would be built on by its deals
 */
export async function undoImport(
  context: Pick<Context, 'newId'>,
  store: Store,
  { kind, actorId }: { readonly kind: UndoableKind | undefined; readonly actorId: PersonId | null },
  now: Date,
): Promise<UndoneImport> {
  const wanted = kind ?? (await kindOfTheLast(store));
  return wanted === 'roster'
    ? { kind: 'roster', ...(await undoRoster(context, store, { actorId }, now)) }
    : { kind: 'deals', ...(await undoDeals(store, { actorId }, now)) };
}

async function kindOfTheLast(store: Store): Promise<UndoableKind> {
  const last = await newestPeopleChange(store, ['roster', ...dealChangeKinds]);
  if (last === undefined) throw new UserError('There’s no import to undo: none changed anything, or all were undone.');
  if (last.kind === 'roster') return 'roster';
  if ((await newestDealsChange(store))?.id !== last.id)
    throw new UserError(
      `The import before that, of deals on ${momentOf(last.madeAt)}, can no longer be undone: of deals, only the last can. ` +
        'For the last roster: firstline import undo roster',
    );
  return 'deals';
}
