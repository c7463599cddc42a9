import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** What an import of deals did, a part a row, so that the last one can be taken back. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'deal_import_part')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('change_id', 'integer', (column) => column.notNull().references('people_change.id'))
    .addColumn('first_deal', 'integer')
    .addColumn('last_deal', 'integer')
    .addColumn('first_history', 'integer')
    .addColumn('last_history', 'integer')
    .addColumn('changed', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('deal_import_part_by_change')
    .on('deal_import_part')
    .columns(['workspace_id', 'change_id'])
    .execute();

  // Whoever takes a deal off the record must know that nothing names it: that is looked up in these for each of thousands.
  for (const table of ['interaction', 'ask', 'nudge', 'booking', 'promise', 'deal_change'])
    await database.schema.createIndex(`${table}_of_deal_id`).on(table).column('deal_id').execute();
}
