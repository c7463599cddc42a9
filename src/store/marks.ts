import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** A small fact that a job remembers from run to run. */
export async function readMark(store: Store, name: string): Promise<string | undefined> {
  const [row] = await markNamed(store, { name });
  return row?.value;
}

const markNamed = prepared((database, { workspaceId, name }: Given<{ readonly name: string }>) =>
  database.selectFrom('mark').select('value').where('workspaceId', '=', workspaceId).where('name', '=', name),
);

export async function writeMark(store: Store, name: string, value: string): Promise<void> {
  await store.database
    .insertInto('mark')
    .values({ workspaceId: store.workspaceId, name, value })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doUpdateSet({ value }))
    .execute();
}

export async function clearMark(store: Store, name: string): Promise<void> {
  await store.database
    .deleteFrom('mark')
    .where('workspaceId', '=', store.workspaceId)
    .where('name', '=', name)
    .execute();
}
