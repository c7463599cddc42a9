import type { Kysely } from 'kysely';
import { strictTable, unnumberedTable } from '../src/store/schema-helpers.ts';

/** Several instances of the bot on one database: which of them acts for a workspace, and whose state of a Home tab is the newer. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'holder')
    .addColumn('workspace_id', 'text', (column) => column.notNull().primaryKey().references('workspace.id'))
    .addColumn('instance_id', 'text', (column) => column.notNull())
    .addColumn('fence', 'integer', (column) => column.notNull())
    .addColumn('held_until', 'text', (column) => column.notNull())
    .execute();
  await database.schema.alterTable('outbox').addColumn('claimed_fence', 'integer').execute();
  await unnumberedTable(database, 'home_turn')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('taken', 'integer', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('home_turn_key', ['workspace_id', 'person_id'])
    .execute();
}
