import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/**
 * What changed on a deal and when that was seen; a deal that is no longer in the export is marked, never closed. What an ask says
 * of its case, and with each of its steps who had it from then on.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('deal').addColumn('missing_since', 'text').execute();
  await database.schema.alterTable('ask').addColumn('company_obstacle', 'text').execute();
  await database.schema
    .alterTable('promise')
    .addColumn('deal_id', 'integer', (column) => column.references('deal.id'))
    .execute();
  await database.schema.alterTable('promise').addColumn('found', 'text').execute();
  await database.schema.createIndex('promise_by_deal').on('promise').columns(['workspace_id', 'deal_id']).execute();
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

  await database.schema.alterTable('ask').addColumn('exception', 'text').execute();
  await database.schema.alterTable('ask').addColumn('stake', 'real').execute();
  await database.schema.alterTable('ask').addColumn('currency', 'text').execute();
  await database.schema.alterTable('ask').addColumn('urgency', 'text').execute();
  await database.schema.alterTable('ask').addColumn('links', 'text').execute();
  await database.schema
    .alterTable('ask_step')
    .addColumn('holder_id', 'integer', (column) => column.references('person.id'))
    .execute();
}
