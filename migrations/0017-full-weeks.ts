import type { Kysely } from 'kysely';
import { unnumberedTable } from '../src/store/schema-helpers.ts';

/** Weeks in which somebody said that they are snowed under, and whom a recap announced for the week to come. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await unnumberedTable(database, 'thinned_week')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('choice', 'text', (column) => column.notNull())
    .addColumn('chosen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('thinned_week_key', ['workspace_id', 'person_id', 'week'])
    .execute();
  await unnumberedTable(database, 'announcement')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('week', 'text', (column) => column.notNull())
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('announced_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('announcement_key', ['workspace_id', 'person_id', 'week'])
    .execute();
}
