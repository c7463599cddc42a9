import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { unnumberedTable } from '../src/store/schema-helpers.ts';

/**
 * When each job has to look at somebody next, so that a minute in which nothing is due costs one read. Everybody on record is looked
 * at once, which writes the rest.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await unnumberedTable(database, 'due')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('due_key', ['workspace_id', 'person_id', 'job'])
    .execute();
  await database.schema.createIndex('due_by_instant').on('due').columns(['workspace_id', 'job', 'due_at']).execute();
  await sql`insert into due (workspace_id, person_id, job, due_at)
    select workspace_id, id, 'look', '1970-01-01T00:00:00.000Z' from person where left_on is null`.execute(database);
}
