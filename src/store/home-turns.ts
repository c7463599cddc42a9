/**
 * The order of one person's Home tabs, whichever instance publishes them. A turn is taken before the state is read, so that a later turn
 * shows what is at least as new. In a file one process has the order by itself, and none of this is stored.
 */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { isSqlite } from './schema-helpers.ts';

/** Take it before reading what is to be shown; undefined where there is nobody to come between. */
export async function takeHomeTurn({ database, workspaceId }: Store, personId: PersonId): Promise<number | undefined> {
  if (isSqlite(database)) return undefined;
  const { taken } = await database
    .insertInto('homeTurn')
    .values({ workspaceId, personId, taken: 1, shown: 0 })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'personId']).doUpdateSet({ taken: sql`home_turn.taken + 1` }),
    )
    .returning('taken')
    .executeTakeFirstOrThrow();
  return taken;
}

/**
 * Publishes what was read in this turn, unless something newer has reached Slack.
 * @returns `unsure` where another was published meanwhile, so that nobody knows which of the two Slack shows: read and publish once more
 */
export async function showInTurn(
  store: Store,
  personId: PersonId,
  turn: number | undefined,
  publish: () => Promise<unknown>,
): Promise<'stands' | 'newer stands' | 'unsure'> {
  if (turn === undefined) {
    await publish();
    return 'stands';
  }
  const before = await shownOf(store, personId);
  // Whoever comes later has seen what we have seen.
  if (before > turn) return 'newer stands';
  await publish();
  const { rows } = await sql<{ was: number }>`
    update home_turn set shown = greatest(home_turn.shown, ${turn})
    from (select shown from home_turn where workspace_id = ${store.workspaceId} and person_id = ${personId} for update) as old
    where home_turn.workspace_id = ${store.workspaceId} and home_turn.person_id = ${personId}
    returning old.shown as was`.execute(store.database);
  return rows[0]?.was === before ? 'stands' : 'unsure';
}

async function shownOf({ database, workspaceId }: Store, personId: PersonId): Promise<number> {
  const row = await database
    .selectFrom('homeTurn')
    .select('shown')
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row?.shown ?? 0;
}
