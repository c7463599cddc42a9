import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { unnumberedTable } from '../src/store/schema-helpers.ts';

const indexes: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
  ['ask_by_state', 'ask', ['workspace_id', 'state']],
  ['ask_step_by_actor', 'ask_step', ['workspace_id', 'actor_id', 'at']],
  ['cycle_comment_by_cycle', 'cycle_comment', ['workspace_id', 'cycle_id']],
  ['pulse_by_state', 'pulse', ['workspace_id', 'state', 'closed_on']],
  ['pulse_member_by_person', 'pulse_member', ['person_id']],
  ['pulse_team_by_manager', 'pulse_team', ['manager_id']],
  ['link_proposal_by_state', 'link_proposal', ['workspace_id', 'state']],
];

/**
 * When each job has to look at somebody next, so that a minute in which nothing is due costs one read. Everybody on record is looked
 * at once, which writes the rest. And indexes for what is read often.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await unnumberedTable(database, 'due')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('job', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('due_key', ['workspace_id', 'person_id', 'job'])
    .execute();
  await database.schema.createIndex('due_by_instant').on('due').columns(['workspace_id', 'job', 'due_at']).execute();
  for (const [name, table, columns] of indexes)
    await database.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
  await database.schema
    .createIndex('person_without_account')
    .on('person')
    .columns(['workspace_id', 'id'])
    .where(sql.ref('slack_user_id'), 'is', null)
    .where(sql.ref('left_on'), 'is', null)
    .execute();
  await sql`insert into due (workspace_id, person_id, job, due_at)
    select workspace_id, id, 'look', '1970-01-01T00:00:00.000Z' from person where left_on is null`.execute(database);
}
