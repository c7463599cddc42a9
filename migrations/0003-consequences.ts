import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** Which records followed from an entry in the log, so that a corrected or deleted entry can take them along. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'consequence')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('interaction_id', 'integer', (column) => column.notNull().references('interaction.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('record_id', 'integer', (column) => column.notNull())
    .addColumn('remembered', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('consequence_by_interaction')
    .on('consequence')
    .columns(['workspace_id', 'interaction_id'])
    .execute();
}
