import type { Store } from './db.ts';
import { isSqlite } from './schema-helpers.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/**
 * Notes that something came in from Slack, by its event id, trigger id or view id.
 * @returns true the first time; false for a repeat, which must have no effect
 */
export async function receiveOnce(store: Store, key: string, now: Date): Promise<boolean> {
  const added = await insertUnlessThere(store, { key, receivedAt: now.toISOString() });
  return added.length > 0;
}

/**
 * Has this signed request come to another instance before? A file has one process, which remembers by itself.
 * @param signature Slack's: a new one with each try of its own
 */
export async function isReplayElsewhere(store: Store, signature: string, now: Date): Promise<boolean> {
  return !isSqlite(store.database) && !(await receiveOnce(store, `signature:${signature}`, now));
}

const insertUnlessThere = prepared((database, row: Given<{ readonly key: string; readonly receivedAt: string }>) =>
  database
    .insertInto('inbound')
    .values({ workspaceId: row.workspaceId, key: row.key, receivedAt: row.receivedAt })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'key']).doNothing())
    .returning('key'),
);
