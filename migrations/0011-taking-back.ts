import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/**
 * Changes of many rows at once that can be taken back: two people made one, somebody taken out, a roster brought in; and last days in
 * the job that are to come.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'people_change')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person_id', 'integer')
    .addColumn('gone_id', 'integer')
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'integer')
    .addColumn('undone_at', 'text')
    .addColumn('undone_by', 'integer')
    .execute();
  await database.schema
    .createIndex('people_change_by_kind')
    .on('people_change')
    .columns(['workspace_id', 'kind', 'undone_at'])
    .execute();

  await strictTable(database, 'people_change_row')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('change_id', 'integer', (column) => column.notNull().references('people_change.id'))
    .addColumn('in_table', 'text', (column) => column.notNull())
    .addColumn('row_key', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await database.schema
    .createIndex('people_change_row_by_change')
    .on('people_change_row')
    .columns(['workspace_id', 'change_id'])
    .execute();

  await database.schema.alterTable('person').addColumn('last_day', 'text').execute();
  await database.schema
    .createIndex('person_by_last_day')
    .on('person')
    .columns(['workspace_id', 'last_day'])
    .where(sql.ref('last_day'), 'is not', null)
    .execute();

  // Whoever is taken off the record must be named nowhere: that is looked up in these two for each of them.
  for (const [table, column] of [
    ['known_as', 'person_id'],
    ['reporting_line', 'person_id'],
    ['reporting_line', 'manager_id'],
  ] as const)
    await database.schema.createIndex(`${table}_of_${column}`).on(table).column(column).execute();
}
