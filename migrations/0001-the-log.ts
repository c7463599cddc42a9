import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** People, what passes between them, what is asked, what is nudged and what is sent. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'workspace')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bot_user_id', 'text')
    .addColumn('default_time_zone', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    .execute();

  await strictTable(database, 'person')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('slack_user_id', 'text')
    .addColumn('email', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text')
    .addColumn('country', 'text')
    .addColumn('started_on', 'text')
    .addColumn('team', 'text')
    .addColumn('is_admin', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('left_on', 'text')
    .addColumn('welcomed_at', 'text')
    .addUniqueConstraint('person_slack_user', ['workspace_id', 'slack_user_id'])
    .addUniqueConstraint('person_email', ['workspace_id', 'email'])
    .execute();

  await strictTable(database, 'reporting_line')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('started_on', 'text', (column) => column.notNull())
    .addColumn('ended_on', 'text')
    .execute();
  await database.schema
    .createIndex('reporting_line_one_manager')
    .on('reporting_line')
    .columns(['workspace_id', 'person_id'])
    .unique()
    .where(sql.ref('ended_on'), 'is', null)
    .execute();
  await database.schema
    .createIndex('reporting_line_by_manager')
    .on('reporting_line')
    .columns(['workspace_id', 'manager_id'])
    .execute();

  await strictTable(database, 'deal')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('external_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('account', 'text')
    .addColumn('owner_id', 'integer', (column) => column.references('person.id'))
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('amount', 'real')
    .addColumn('currency', 'text')
    .addColumn('opened_on', 'text')
    .addColumn('last_activity_on', 'text')
    .addColumn('close_on', 'text')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('quiet_until', 'text')
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('deal_external', ['workspace_id', 'external_id'])
    .execute();
  await database.schema
    .createIndex('deal_by_owner')
    .on('deal')
    .columns(['workspace_id', 'status', 'owner_id'])
    .execute();

  await strictTable(database, 'nudge')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('occurrence_key', 'text', (column) => column.notNull())
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('behaviour', 'text', (column) => column.notNull())
    .addColumn('rep_id', 'integer', (column) => column.references('person.id'))
    .addColumn('deal_id', 'integer', (column) => column.references('deal.id'))
    .addColumn('ask_id', 'integer')
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('prefill', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('quiet_until', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('answered_at', 'text')
    .addUniqueConstraint('nudge_occurrence', ['workspace_id', 'occurrence_key'])
    .execute();
  await database.schema
    .createIndex('nudge_by_person')
    .on('nudge')
    .columns(['workspace_id', 'person_id', 'created_at'])
    .execute();

  await strictTable(database, 'interaction')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('behaviour', 'text', (column) => column.notNull())
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.references('person.id'))
    .addColumn('happened_on', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer')
    .addColumn('deal_id', 'integer', (column) => column.references('deal.id'))
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('texts', 'text')
    .addColumn('shared', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('nudge_id', 'integer', (column) => column.references('nudge.id'))
    .addColumn('logged_at', 'text', (column) => column.notNull())
    .addColumn('deleted_at', 'text')
    .execute();
  await database.schema
    .createIndex('interaction_by_rep')
    .on('interaction')
    .columns(['workspace_id', 'rep_id', 'happened_on'])
    .execute();
  await database.schema
    .createIndex('interaction_by_manager')
    .on('interaction')
    .columns(['workspace_id', 'manager_id', 'happened_on'])
    .execute();

  await strictTable(database, 'ask')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('rep_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('holder_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('obstacle', 'text')
    .addColumn('deal_id', 'integer', (column) => column.references('deal.id'))
    .addColumn('needed_by', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('taken_until', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .addColumn('asked_on', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('ask_by_holder')
    .on('ask')
    .columns(['workspace_id', 'holder_id', 'state'])
    .execute();
  await database.schema.createIndex('ask_by_rep').on('ask').columns(['workspace_id', 'rep_id', 'state']).execute();

  await strictTable(database, 'ask_step')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('ask_id', 'integer', (column) => column.notNull().references('ask.id'))
    .addColumn('actor_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('text', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await database.schema.createIndex('ask_step_by_ask').on('ask_step').columns(['workspace_id', 'ask_id']).execute();

  await strictTable(database, 'booking')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('manager_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('rep_id', 'integer', (column) => column.references('person.id'))
    .addColumn('deal_id', 'integer', (column) => column.references('deal.id'))
    .addColumn('behaviour', 'text', (column) => column.notNull())
    .addColumn('nudge_id', 'integer', (column) => column.references('nudge.id'))
    .addColumn('starts_at', 'text', (column) => column.notNull())
    .addColumn('minutes', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('booking_by_state')
    .on('booking')
    .columns(['workspace_id', 'state', 'starts_at'])
    .execute();

  await strictTable(database, 'stopped_behaviour')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('behaviour', 'text', (column) => column.notNull())
    .addColumn('stopped_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('stopped_behaviour_key', ['workspace_id', 'person_id', 'behaviour'])
    .execute();

  await strictTable(database, 'outbox')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('occurrence_key', 'text', (column) => column.notNull())
    .addColumn('delivery_id', 'text', (column) => column.notNull().unique())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('recipient_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'text')
    .addColumn('sent_at', 'text')
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('problem', 'text')
    .addColumn('refresh_wanted', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('outbox_occurrence', ['workspace_id', 'occurrence_key'])
    .execute();
  await database.schema
    .createIndex('outbox_by_state')
    .on('outbox')
    .columns(['workspace_id', 'state', 'due_at'])
    .execute();
  await database.schema
    .createIndex('outbox_by_subject')
    .on('outbox')
    .columns(['workspace_id', 'kind', 'subject'])
    .execute();

  await strictTable(database, 'inbound')
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('inbound_key', ['workspace_id', 'key'])
    .execute();

  await strictTable(database, 'mark')
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('mark_key', ['workspace_id', 'name'])
    .execute();

  await strictTable(database, 'setting')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_key', ['workspace_id', 'scope', 'name'])
    .execute();

  await strictTable(database, 'audit')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'integer')
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'integer')
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
