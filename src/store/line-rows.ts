/** Reporting lines as they are stored, for changes that can be taken back. */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import type { Row } from './person-places.ts';

/** The line of this person that holds now. */
export async function openLineRow(store: Store, personId: PersonId): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select * from reporting_line where workspace_id = ${store.workspaceId}
    and person_id = ${personId} and ended_on is null`.execute(store.database);
  return rows[0];
}

/** Every line, of now and of before, between these two. */
export async function selfLineRows(store: Store, one: number, other: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select * from reporting_line where workspace_id = ${store.workspaceId}
    and ((person_id = ${one} and manager_id = ${other}) or (person_id = ${other} and manager_id = ${one}))`.execute(
    store.database,
  );
  return rows;
}
