import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** What leadership leaves on record beside interactions: promises, development cycles, goals, expectations, ideas, skills, praise. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('nudge').addColumn('item', 'text').execute();
  await database.schema
    .alterTable('nudge')
    .addColumn('asks_why', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();

  await database.schema.alterTable('person').addColumn('out_since', 'text').execute();
  await database.schema.alterTable('person').addColumn('out_until', 'text').execute();
  await recordTable(database, 'setting_change')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('values_before', 'text', (column) => column.notNull())
    .addColumn('values_after', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('undone_at', 'text')
    .execute();
  await database.schema
    .createIndex('setting_change_by_topic')
    .on('setting_change')
    .columns(['workspace_id', 'scope', 'topic'])
    .execute();

  await recordTable(database, 'promise')
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('made_on', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_on', 'text')
    .addColumn('ask_id', 'integer', (column) => column.references('ask.id'))
    .addColumn('interaction_id', 'integer', (column) => column.references('interaction.id'))
    .execute();
  await database.schema
    .createIndex('promise_by_rep')
    .on('promise')
    .columns(['workspace_id', 'rep_id', 'state'])
    .execute();
  await database.schema
    .createIndex('promise_by_manager')
    .on('promise')
    .columns(['workspace_id', 'manager_id', 'state'])
    .execute();

  await recordTable(database, 'cycle')
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('gap', 'text', (column) => column.notNull())
    .addColumn('root_cause', 'text', (column) => column.notNull())
    .addColumn('opened_on', 'text', (column) => column.notNull())
    .addColumn('evaluated_on', 'text')
    .addColumn('closed_on', 'text')
    .execute();
  await database.schema.createIndex('cycle_by_rep').on('cycle').columns(['workspace_id', 'rep_id']).execute();

  await recordTable(database, 'assignment')
    .addColumn('cycle_id', 'integer', (column) => column.notNull().references('cycle.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('agreed_on', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('settled_on', 'text')
    .execute();
  await database.schema
    .createIndex('assignment_by_cycle')
    .on('assignment')
    .columns(['workspace_id', 'cycle_id'])
    .execute();

  await recordTable(database, 'cycle_comment')
    .addColumn('cycle_id', 'integer', (column) => column.notNull().references('cycle.id'))
    .addColumn('author_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();

  await recordTable(database, 'goal')
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('author_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('recorded_on', 'text', (column) => column.notNull())
    .addColumn('revisited_on', 'text', (column) => column.notNull())
    .addColumn('removed_on', 'text')
    .execute();
  await database.schema.createIndex('goal_by_rep').on('goal').columns(['workspace_id', 'rep_id']).execute();

  await recordTable(database, 'expectation')
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('stated_on', 'text', (column) => column.notNull())
    .addColumn('acknowledged_on', 'text')
    .execute();
  await database.schema
    .createIndex('expectation_by_rep')
    .on('expectation')
    .columns(['workspace_id', 'rep_id'])
    .execute();

  await recordTable(database, 'idea')
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('heard_on', 'text', (column) => column.notNull())
    .addColumn('used_on', 'text')
    .addColumn('used_where', 'text')
    .addColumn('credited_on', 'text')
    .execute();
  await database.schema.createIndex('idea_by_rep').on('idea').columns(['workspace_id', 'rep_id']).execute();

  await recordTable(database, 'skill_note')
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('interaction_id', 'integer', (column) => column.notNull().references('interaction.id'))
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('noted_on', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('skill_note_by_rep').on('skill_note').columns(['workspace_id', 'rep_id']).execute();

  await recordTable(database, 'confidence')
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('interaction_id', 'integer', (column) => column.notNull().references('interaction.id'))
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('value', 'integer')
    .addColumn('answered_on', 'text')
    .addUniqueConstraint('confidence_once', ['workspace_id', 'interaction_id', 'topic'])
    .execute();

  await recordTable(database, 'praise')
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('interaction_id', 'integer', (column) => column.references('interaction.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('is_public', 'integer', (column) => column.notNull())
    .addColumn('given_on', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('praise_by_rep').on('praise').columns(['workspace_id', 'rep_id']).execute();
}

/** Every record has an id, a workspace and the instant at which it was written. */
function recordTable(database: Kysely<unknown>, name: string) {
  return strictTable(database, name)
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('created_at', 'text', (column) => column.notNull());
}
