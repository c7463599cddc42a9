import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** Who says that somebody reports to somebody, until an entitled person says yes; and what of the lines has to be told still. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'line_claim')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('claimed_by', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('from_manager_id', 'integer', (column) => column.references('person.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('decided_by', 'integer', (column) => column.references('person.id'))
    .execute();
  await database.schema
    .createIndex('line_claim_waiting_once')
    .unique()
    .on('line_claim')
    .columns(['workspace_id', 'person_id', 'manager_id'])
    .where(sql.ref('state'), '=', 'waiting')
    .execute();
  await database.schema
    .createIndex('line_claim_by_state')
    .on('line_claim')
    .columns(['workspace_id', 'state', 'claimed_at'])
    .execute();
  await database.schema
    .createIndex('reporting_line_start_untold')
    .on('reporting_line')
    .columns(['workspace_id'])
    .where(sql.ref('start_told_at'), 'is', null)
    .execute();
  await database.schema
    .createIndex('reporting_line_end_untold')
    .on('reporting_line')
    .columns(['workspace_id', 'ended_on'])
    .where(sql.ref('end_told_at'), 'is', null)
    .where(sql.ref('ended_on'), 'is not', null)
    .execute();
}
