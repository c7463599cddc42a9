import type { Kysely } from 'kysely';
import { unnumberedTable } from '../src/store/schema-helpers.ts';

/**
 * Messages that waited and go out as one: each of the others names the one whose post carries it. And absences without an end: which
 * days somebody was at work all the same, and whether they said that they are back.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('outbox').addColumn('carried_by', 'integer').execute();
  await database.schema.createIndex('outbox_by_carrier').on('outbox').column('carried_by').execute();
  await unnumberedTable(database, 'open_absence')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('status_mark', 'text')
    .addColumn('lifted_at', 'text')
    .addColumn('first_worked_on', 'text')
    .addColumn('last_worked_on', 'text')
    .addColumn('days_worked', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('asked_at', 'text')
    .addPrimaryKeyConstraint('open_absence_key', ['workspace_id', 'person_id'])
    .execute();
}
