/** What was said about a whole week: that somebody is snowed under, and with whom a recap said that it begins. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Thinned } from '../leading/week-budget.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

/** @param week its name: the Monday that it holds */
export async function thinWeek(
  store: Store,
  personId: PersonId,
  week: LocalDate,
  choice: Thinned,
  now: Date,
): Promise<void> {
  const set = { choice, chosenAt: now.toISOString() };
  await store.database
    .insertInto('thinnedWeek')
    .values({ workspaceId: store.workspaceId, personId, week, ...set })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'week']).doUpdateSet(set))
    .execute();
}

/** @returns false where it wasn't thinned */
export async function restoreWeek(store: Store, personId: PersonId, week: LocalDate): Promise<boolean> {
  const result = await store.database
    .deleteFrom('thinnedWeek')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('week', '=', week)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** What is still wanted of a week by somebody who is snowed under in it; undefined in any other week. */
export async function thinnedIn(store: Store, personId: PersonId, week: LocalDate): Promise<Thinned | undefined> {
  const row = await store.database
    .selectFrom('thinnedWeek')
    .select('choice')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('week', '=', week)
    .executeTakeFirst();
  return row?.choice;
}

/** The plan of that week holds a place for the rep, unless there is nothing to do by then. The first announcement stands. */
export async function announce(
  store: Store,
  personId: PersonId,
  week: LocalDate,
  repId: PersonId,
  now: Date,
): Promise<void> {
  await store.database
    .insertInto('announcement')
    .values({ workspaceId: store.workspaceId, personId, week, repId, announcedAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'week']).doNothing())
    .execute();
}

export async function announcedFor(
  store: Store,
  personId: PersonId,
  week: LocalDate,
): Promise<{ readonly repId: PersonId; readonly at: Date } | undefined> {
  const row = await store.database
    .selectFrom('announcement')
    .select(['repId', 'announcedAt'])
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('week', '=', week)
    .executeTakeFirst();
  return row && { repId: row.repId, at: new Date(row.announcedAt) };
}

/** How many messages of these kinds were written to the person since an instant. */
export async function messagesSince(
  store: Store,
  recipientId: PersonId,
  kinds: readonly string[],
  since: Date,
): Promise<number> {
  const { count } = await store.database
    .selectFrom('outbox')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('workspaceId', '=', store.workspaceId)
    .where('recipientId', '=', recipientId)
    .where('kind', 'in', kinds)
    .where('createdAt', '>=', since.toISOString())
    .where('state', '!=', 'skipped')
    .executeTakeFirstOrThrow();
  return count;
}
