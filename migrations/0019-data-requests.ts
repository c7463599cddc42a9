import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** What people ask for about their own data: a copy, to be forgotten, or that an entry be put right. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'data_request')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('interaction_id', 'integer', (column) => column.references('interaction.id'))
    .addColumn('text', 'text')
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_on', 'text')
    .addColumn('settled_by', 'integer', (column) => column.references('person.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('data_request_by_person')
    .on('data_request')
    .columns(['workspace_id', 'person_id', 'state'])
    .execute();
}
