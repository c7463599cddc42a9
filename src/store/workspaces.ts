import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { writing } from './db.ts';
import type { Store } from './db.ts';
import { lookAgainAtEverybody } from './due.ts';
import { personPlaces } from './person-places.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { Tables } from './tables.ts';

/** Rows that were imported before Slack told which workspace this is. */
export const pendingWorkspaceId = 'pending';

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string | null;
  /** For people whose zone neither Slack nor the roster tells. */
  readonly defaultTimeZone: string;
}

export async function findWorkspace(store: Store): Promise<Workspace | undefined> {
  const [workspace] = await workspaceById(store, {});
  return workspace;
}

const workspaceById = prepared((database, { workspaceId }: Given<object>) =>
  database.selectFrom('workspace').select(['id', 'name', 'botUserId', 'defaultTimeZone']).where('id', '=', workspaceId),
);

/** Makes the workspace known, or brings its name and bot up to date. A removed one is live again. */
export async function saveWorkspace(
  store: Store,
  workspace: { name: string; botUserId: string | null; defaultTimeZone?: string },
  now: Date,
): Promise<void> {
  const row = { name: workspace.name, botUserId: workspace.botUserId };
  await store.database
    .insertInto('workspace')
    .values({
      id: store.workspaceId,
      ...row,
      defaultTimeZone: workspace.defaultTimeZone ?? 'Etc/UTC',
      createdAt: now.toISOString(),
      removedAt: null,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...row, removedAt: null }))
    .execute();
}

/** The zone of people whose own isn't known. */
export async function changeDefaultTimeZone(store: Store, timeZone: string): Promise<void> {
  await writing(store, async (tx) => {
    await tx.database
      .updateTable('workspace')
      .set({ defaultTimeZone: timeZone })
      .where('id', '=', tx.workspaceId)
      .execute();
    await lookAgainAtEverybody(tx);
  });
}

/** Slack said that the app was removed: nothing is sent any more. */
export async function markWorkspaceRemoved(store: Store, now: Date): Promise<void> {
  await store.database
    .updateTable('workspace')
    .set({ removedAt: now.toISOString() })
    .where('id', '=', store.workspaceId)
    .execute();
}

/** Their rows are no workspace's. */
const ofNoWorkspace: readonly string[] = [
  'workspace',
  'installation',
  'slackInstallation',
  'organisationWorkspace',
] satisfies (keyof Tables)[];

/** Of every table, so that none is forgotten: a row that stayed behind would hold the pending workspace, and the bot's start. */
const tablesOfPendingRows = Object.keys(personPlaces).filter((table) => !ofNoWorkspace.includes(table));

/** Gives this workspace what was imported before Slack was connected. Does nothing where there is none. */
export async function adoptPendingRows(store: Store): Promise<void> {
  await writing(store, async ({ database }) => {
    const pending = await database
      .selectFrom('workspace')
      .select('id')
      .where('id', '=', pendingWorkspaceId)
      .executeTakeFirst();
    if (pending === undefined) return;
    for (const table of tablesOfPendingRows) await moveRows(database, table, store.workspaceId);
    await database.deleteFrom('workspace').where('id', '=', pendingWorkspaceId).execute();
  });
}

async function moveRows(database: Kysely<Tables>, table: string, workspaceId: string): Promise<void> {
  await sql`update ${sql.table(table)} set workspace_id = ${workspaceId} where workspace_id = ${pendingWorkspaceId}`.execute(
    database,
  );
}

/** Every workspace that wasn't removed, by id: for whoever must say which one is meant. The only query over all of them. */
export async function liveWorkspaces({ database }: Pick<Store, 'database'>): Promise<Workspace[]> {
  return database
    .selectFrom('workspace')
    .select(['id', 'name', 'botUserId', 'defaultTimeZone'])
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
}
