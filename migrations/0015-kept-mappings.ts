import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** What somebody said once about the columns of a file, for the next file with the same ones. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'kept_mapping')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('columns', 'text', (column) => column.notNull())
    .addColumn('value_words', 'text', (column) => column.notNull())
    .addColumn('date_order', 'text')
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .addUniqueConstraint('kept_mapping_once', ['workspace_id', 'kind', 'fingerprint'])
    .execute();
}
