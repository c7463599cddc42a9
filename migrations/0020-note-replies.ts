import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** What whom a shared note is about answers to it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'note_reply')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('interaction_id', 'integer', (column) => column.notNull().references('interaction.id'))
    .addColumn('author_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('note_reply_by_interaction')
    .on('note_reply')
    .columns(['workspace_id', 'interaction_id'])
    .execute();
}
