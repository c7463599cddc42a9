/** How much is stored about one person, by what it is. Numbers only: words are shown where they may be read. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';

export interface StoredAbout {
  readonly asks: number;
  readonly promises: number;
  readonly cycles: number;
  readonly goals: number;
  readonly expectations: number;
  readonly praises: number;
  readonly ideas: number;
  readonly openDeals: number;
  /** What the person logged themselves. */
  readonly logged: number;
}

export async function storedAbout(store: Store, personId: PersonId): Promise<StoredAbout> {
  const byRep = async (table: 'ask' | 'promise' | 'cycle' | 'goal' | 'expectation' | 'praise' | 'idea') =>
    Number(
      (
        await store.database
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('count'))
          .where('workspaceId', '=', store.workspaceId)
          .where('repId', '=', personId)
          .executeTakeFirstOrThrow()
      ).count,
    );
  const deals = await store.database
    .selectFrom('deal')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('workspaceId', '=', store.workspaceId)
    .where('ownerId', '=', personId)
    .where('status', '=', 'open')
    .executeTakeFirstOrThrow();
  const logged = await store.database
    .selectFrom('interaction')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    asks: await byRep('ask'),
    promises: await byRep('promise'),
    cycles: await byRep('cycle'),
    goals: await byRep('goal'),
    expectations: await byRep('expectation'),
    praises: await byRep('praise'),
    ideas: await byRep('idea'),
    openDeals: Number(deals.count),
    logged: Number(logged.count),
  };
}
