import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { lookAgainAround } from './due.ts';

/** Somebody to whom nothing refers is not on record any more; what they were known by and their lines go along. */
export async function deletePerson(store: Store, personId: PersonId): Promise<void> {
  const { workspaceId, database } = store;
  const reports = await database
    .selectFrom('reportingLine')
    .select('personId')
    .where('workspaceId', '=', workspaceId)
    .where('managerId', '=', personId)
    .where('endedOn', 'is', null)
    .execute();
  for (const id of [personId, ...reports.map((line) => line.personId)]) await lookAgainAround(store, id);
  await database
    .deleteFrom('knownAs')
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', personId)
    .execute();
  await database
    .deleteFrom('linkProposal')
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', personId)
    .execute();
  await database
    .deleteFrom('reportingLine')
    .where('workspaceId', '=', workspaceId)
    .where((where) => where.or([where('personId', '=', personId), where('managerId', '=', personId)]))
    .execute();
  await database.deleteFrom('due').where('workspaceId', '=', workspaceId).where('personId', '=', personId).execute();
  await database.deleteFrom('person').where('workspaceId', '=', workspaceId).where('id', '=', personId).execute();
}

/** Has this person lines, on either side, but for these? */
export async function hasOtherLines(store: Store, personId: PersonId, lineIds: ReadonlySet<number>): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`select id from reporting_line where workspace_id = ${store.workspaceId}
    and (person_id = ${personId} or manager_id = ${personId})`.execute(store.database);
  return rows.some(({ id }) => !lineIds.has(id));
}

/** What waits to be said to somebody who is about to go is said to nobody. What was sent, or may have been, stays on record. */
export async function dropUnsent(store: Store, personId: PersonId): Promise<void> {
  await store.database
    .deleteFrom('outbox')
    .where('workspaceId', '=', store.workspaceId)
    .where('recipientId', '=', personId)
    .where('state', 'in', ['pending', 'parked', 'skipped'])
    .execute();
}
