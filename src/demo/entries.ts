import { addInteraction } from '../store/interactions.ts';
import { instantUpTo } from './days.ts';
import { idOf } from './filling.ts';
import type { Filling } from './filling.ts';
import type { DemoEntry } from './history.ts';
import type { DemoPerson } from './people.ts';

/** An entry that isn't about a deal; with null, about the team or the manager themselves. */
export type PlainEntry = Omit<DemoEntry, 'rep' | 'deal'> & { readonly rep: string | null };

/** Writes an entry of the log, logged in the afternoon of its day. @returns its id */
export async function addEntry(
  { store, now, ids, stored, chance }: Filling,
  manager: DemoPerson,
  entry: PlainEntry & { readonly deal?: DemoEntry['deal'] },
): Promise<number> {
  const { deal, rep, ...columns } = entry;
  const loggedAt = `1${chance.between(3, 7)}:${chance.pick(['05', '20', '40', '55'])}`;
  return addInteraction(
    store,
    {
      ...columns,
      managerId: idOf(ids, manager.handle),
      repId: rep === null ? null : idOf(ids, rep),
      dealId: (deal && stored.get(deal.externalId)?.id) ?? null,
      nudgeId: null,
    },
    instantUpTo(now, entry.happenedOn, loggedAt, manager.timeZone),
  );
}
