import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/**
 * Each time that somebody was seen to have left, so that those concerned are told of it once; for whom a lead holds a line; and who
 * keeps a promise whose maker has left.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'departure')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('left_on', 'text', (column) => column.notNull())
    .addColumn('noticed_at', 'text', (column) => column.notNull())
    .addColumn('returned_at', 'text')
    .execute();
  await database.schema
    .createIndex('departure_by_person')
    .on('departure')
    .columns(['workspace_id', 'person_id'])
    .execute();
  await database.schema
    .alterTable('reporting_line')
    .addColumn('held_for_id', 'integer', (column) => column.references('person.id'))
    .execute();
  await database.schema
    .createIndex('reporting_line_held_for')
    .on('reporting_line')
    .columns(['workspace_id', 'held_for_id'])
    .where(sql.ref('held_for_id'), 'is not', null)
    .execute();
  await database.schema
    .alterTable('promise')
    .addColumn('holder_id', 'integer', (column) => column.references('person.id'))
    .execute();
  await database.schema
    .createIndex('promise_by_holder')
    .on('promise')
    .columns(['workspace_id', 'holder_id', 'state'])
    .where(sql.ref('holder_id'), 'is not', null)
    .execute();
  await database.schema
    .createIndex('person_left')
    .on('person')
    .columns(['workspace_id', 'left_on'])
    .where(sql.ref('left_on'), 'is not', null)
    .execute();
  await database.schema.createIndex('nudge_by_rep').on('nudge').columns(['workspace_id', 'rep_id', 'state']).execute();
  await database.schema.createIndex('audit_by_actor').on('audit').columns(['workspace_id', 'actor_id', 'at']).execute();
  // Who left before this was looked at is no news; what they had goes where it belongs all the same.
  await sql`insert into departure (workspace_id, person_id, left_on, noticed_at)
    select workspace_id, id, left_on, left_on || 'T00:00:00.000Z' from person
    where left_on is not null and coalesce(left_why, '') <> 'merged'`.execute(database);
}
