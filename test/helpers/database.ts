import { join } from 'node:path';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { emptyFolder } from './process.ts';
import { teamId } from './sandbox.ts';
import { fillStore } from './store.ts';

/** A database file with everybody of the tests' workspace in it; it goes with the test. */
export async function filledDatabase(now: Date): Promise<string> {
  const path = join(emptyFolder(), 'firstline.db');
  await inDatabase(path, async (store) => {
    await saveWorkspace(store, { name: 'Test & Co', botUserId: null }, now);
    await fillStore(store, now);
  });
  return path;
}

/** Looks into a database file beside whoever has it open. */
export async function inDatabase<T>(path: string, look: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ path });
  try {
    return await look(database.forWorkspace(teamId));
  } finally {
    await database.close();
  }
}
