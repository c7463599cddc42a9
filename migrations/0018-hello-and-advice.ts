import type { Kysely } from 'kysely';
import { strictTable, unnumberedTable } from '../src/store/schema-helpers.ts';

/**
 * What a digest advised, so that it isn't said unchanged a second time; what a lead asked one of their managers; who was greeted as
 * a manager or a lead; and what a manager said of their last one-on-one with somebody, from before anything was logged.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'digest_advice')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('lead_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('given_on', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('person_id', 'integer', (column) => column.references('person.id'))
    .addColumn('about', 'text')
    .addUniqueConstraint('digest_advice_once', ['workspace_id', 'lead_id', 'given_on'])
    .execute();
  await strictTable(database, 'lead_question')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('lead_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('lead_question_by_lead')
    .on('lead_question')
    .columns(['workspace_id', 'lead_id'])
    .execute();
  await unnumberedTable(database, 'greeting')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('said', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('greeting_key', ['workspace_id', 'person_id', 'role'])
    .execute();
  await unnumberedTable(database, 'last_talk')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('given_on', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('last_talk_key', ['workspace_id', 'manager_id', 'rep_id'])
    .execute();
}
