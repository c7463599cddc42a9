/**
 * Which of several instances on a server acts for a workspace: the one that says so again and again. A database in a file needs none of
 * this: its one process has the lock of the file.
 *
 * All times are the server's: clocks of several machines differ, and a bot's own clock may be set weeks ahead in a sandbox. Whoever asks
 * measures only how long ago it asked.
 */
import { sql } from 'kysely';
import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Store } from './db.ts';
import type { Tables } from './tables.ts';

/** For so long after it was asked for. */
export const holdMilliseconds = 30_000;

export type HoldAnswer =
  | { readonly isHeld: true; readonly fence: number }
  /** It is another's, which may let it lapse in so many milliseconds at the earliest. */
  | { readonly isHeld: false; readonly freeIn: number };

/** As the instants in all columns, which compare as texts. */
function serverInstant(plusMilliseconds = 0): RawBuilder<string> {
  return sql`to_char(clock_timestamp() at time zone 'UTC' + ${plusMilliseconds} * interval '1 millisecond', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * Takes the workspace, or keeps it for another while. One statement: of several that ask at once, one gets it. The number counts up with
 * each instance that takes over, and stays where the same one is back before anybody else came.
 */
export async function takeHold({ database, workspaceId }: Store, instanceId: string): Promise<HoldAnswer> {
  const taken = await sql<{ fence: number }>`
    insert into holder (workspace_id, instance_id, fence, held_until)
    values (${workspaceId}, ${instanceId}, 1, ${serverInstant(holdMilliseconds)})
    on conflict (workspace_id) do update set
      instance_id = excluded.instance_id,
      held_until = excluded.held_until,
      fence = holder.fence + case when holder.instance_id = excluded.instance_id then 0 else 1 end
    where holder.instance_id = excluded.instance_id or holder.held_until <= ${serverInstant()}
    returning fence`.execute(database);
  const [own] = taken.rows;
  if (own !== undefined) return { isHeld: true, fence: own.fence };
  const left = await sql<{ milliseconds: number }>`
    select extract(epoch from held_until::timestamptz - clock_timestamp()) * 1000 as milliseconds
    from holder where workspace_id = ${workspaceId}`.execute(database);
  return { isHeld: false, freeIn: Math.max(0, left.rows[0]?.milliseconds ?? 0) };
}

/** Lets go of it, so that another can take it at once. Nothing if it is another's by now. */
export async function releaseHold({ database, workspaceId }: Store, instanceId: string): Promise<void> {
  await database
    .updateTable('holder')
    .set({ heldUntil: serverInstant() })
    .where('workspaceId', '=', workspaceId)
    .where('instanceId', '=', instanceId)
    .execute();
}

/**
 * Does this store's hold still stand? Ask within the transaction that depends on it: whoever takes over writes its first row only after
 * that transaction, as a workspace has one writer at a time.
 */
export async function isStillHeld(store: Store): Promise<boolean> {
  if (store.fence === undefined) return true;
  const { rows } = await sql<{ isHeld: boolean }>`select ${whileHeld(store)} as is_held`.execute(store.database);
  return rows[0]?.isHeld === true;
}

/** True in a statement that runs while this store's hold stands. */
export function whileHeld({ workspaceId, fence }: Store): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from holder
    where workspace_id = ${workspaceId} and fence = ${fence} and held_until > ${serverInstant()})`;
}

/** Does any instance hold any workspace of this server? */
export async function isAnyHeld(database: Kysely<Tables>): Promise<boolean> {
  const row = await database
    .selectFrom('holder')
    .select('workspaceId')
    .where('heldUntil', '>', serverInstant())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
