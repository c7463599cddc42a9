/** Stores and files for tests of what is imported. */
import { freshPlace } from './place.ts';
import { onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { everybody } from '../../src/store/people.ts';
import type { Person } from '../../src/store/people.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';

/** A Monday. */
export const now = new Date('2026-11-23T10:00:00Z');

/** A workspace on a database in memory that nobody is in yet. It closes with the test. */
/** In memory whatever the tests run on: for what is asked of SQLite’s own catalogue. */
export async function emptyFile(): Promise<Store> {
  const database = await openDatabase({ path: ':memory:' });
  onTestFinished(() => database.close());
  return database.forWorkspace('T1');
}

export async function emptyStore(workspaceId = 'T0IMPORT'): Promise<Store> {
  const database = await openDatabase({ path: await freshPlace() });
  onTestFinished(() => database.close());
  const store = database.forWorkspace(workspaceId);
  await saveWorkspace(store, { name: 'Test & Co', botUserId: null }, now);
  return store;
}

/** A file with these lines. */
export function csv(...lines: readonly string[]): AsyncIterable<Buffer> {
  return bytes(Buffer.from(`${lines.join('\n')}\n`));
}

/** A file that comes in these pieces. */
export async function* bytes(...pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

/** Who is on record, by name. */
export async function peopleOf(store: Store): Promise<Map<string, Person>> {
  return new Map((await everybody(store)).map((person) => [person.name, person]));
}

/** `rep < manager` for every line that holds now, in alphabetical order. */
export async function linesOf(store: Store): Promise<string[]> {
  const names = new Map((await everybody(store)).map((person) => [person.id, person.name]));
  const lines = (await currentLines(store)).map(
    ({ personId, managerId }) => `${names.get(personId)} < ${names.get(managerId)}`,
  );
  return lines.toSorted();
}
