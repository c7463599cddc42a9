import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** What was promised in answer to an ask is found at each of its steps, and those who set this up among thousands. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createIndex('promise_by_ask')
    .on('promise')
    .columns(['workspace_id', 'ask_id'])
    .where('ask_id', 'is not', null)
    .execute();
  await database.schema
    .createIndex('person_admin')
    .on('person')
    .columns(['workspace_id', 'id'])
    .where(sql.ref('is_admin'), '=', 1)
    .execute();
}
