import { asOneValue, oneOfThoseTexts } from './db.ts';
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

/** Those of these that there are, by name. */
export async function readMarks(store: Store, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await marksNamed(store, { names: asOneValue(names) });
  return new Map(rows.map(({ name, value }) => [name, value]));
}

const marksNamed = prepared((database, { workspaceId, names }: Given<{ readonly names: string }>) =>
  database
    .selectFrom('mark')
    .select(['name', 'value'])
    .where('workspaceId', '=', workspaceId)
    .where('name', 'in', oneOfThoseTexts<string>(names)),
);

export async function writeMark(store: Store, name: string, value: string): Promise<void> {
  await write(store, { name, value });
}

const write = prepared(
  (database, { workspaceId, name, value }: Given<{ readonly name: string; readonly value: string }>) =>
    database
      .insertInto('mark')
      .values({ workspaceId, name, value })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doUpdateSet({ value })),
);

export async function clearMark(store: Store, name: string): Promise<void> {
  await store.database
    .deleteFrom('mark')
    .where('workspaceId', '=', store.workspaceId)
    .where('name', '=', name)
    .execute();
}
