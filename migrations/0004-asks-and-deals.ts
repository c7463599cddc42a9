import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** What changed on a deal and when that was seen; a deal that is no longer in the export is marked, never closed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('deal').addColumn('missing_since', 'text').execute();
  await strictTable(database, 'deal_change')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('deal_id', 'integer', (column) => column.notNull().references('deal.id'))
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('seen_on', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('deal_change_by_deal')
    .on('deal_change')
    .columns(['workspace_id', 'what', 'deal_id'])
    .execute();
}
