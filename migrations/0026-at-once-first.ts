import type { Kysely } from 'kysely';

/** What is to reach somebody at once is found among thousands of messages that wait. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createIndex('outbox_by_kind')
    .on('outbox')
    .columns(['workspace_id', 'state', 'kind', 'due_at'])
    .execute();
}
