import type { Kysely } from 'kysely';
import { strictTable, unnumberedTable } from '../src/store/schema-helpers.ts';

/**
 * Pictures that Slack has already, and the pulse. What people answer lies sealed in one box per pulse, always rewritten as a whole: no
 * row, no order, no time and no size belongs to a single answer. Who has answered is a table of its own, in the order of the ids of
 * people, and lives only until the pulse closes.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'picture')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('slack_file_id', 'text', (column) => column.notNull())
    .addColumn('uploaded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('picture_key', ['workspace_id', 'fingerprint'])
    .execute();

  await strictTable(database, 'pulse')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('leader_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('minimum', 'integer', (column) => column.notNull())
    .addColumn('opened_on', 'text', (column) => column.notNull())
    .addColumn('closes_at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('closed_on', 'text')
    .addColumn('result', 'text')
    .addColumn('answered_on', 'text')
    .addColumn('heard', 'text')
    .addColumn('will', 'text')
    .addColumn('interaction_id', 'integer', (column) => column.references('interaction.id'))
    .execute();
  await database.schema
    .createIndex('pulse_by_leader')
    .on('pulse')
    .columns(['workspace_id', 'leader_id', 'opened_on'])
    .execute();
  await pulseList(database, 'pulse_team', 'manager_id');
  await pulseList(database, 'pulse_member', 'person_id');
  await pulseList(database, 'pulse_answered', 'person_id');
  await strictTable(database, 'pulse_box')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('pulse_id', 'integer', (column) => column.primaryKey().references('pulse.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();

  await database.schema
    .alterTable('promise')
    .addColumn('pulse_id', 'integer', (column) => column.references('pulse.id'))
    .execute();
}

/** People of a pulse, stored in the order of their ids: SQLite keeps no row number, which would tell who came first. */
async function pulseList(database: Kysely<unknown>, name: string, person: string): Promise<void> {
  await unnumberedTable(database, name)
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('pulse_id', 'integer', (column) => column.notNull().references('pulse.id'))
    .addColumn(person, 'integer', (column) => column.notNull().references('person.id'))
    .addPrimaryKeyConstraint(`${name}_key`, ['pulse_id', person])
    .execute();
}
