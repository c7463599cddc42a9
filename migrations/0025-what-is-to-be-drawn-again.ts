import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Whether a sent message is to be drawn again, and the newest to somebody, are found without reading all that were ever sent. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createIndex('outbox_to_draw_again')
    .on('outbox')
    .columns(['workspace_id', 'state', 'id'])
    .where(sql.ref('refresh_wanted'), '=', sql.lit(1))
    .execute();
  await database.schema
    .createIndex('outbox_newest_to')
    .on('outbox')
    .columns(['workspace_id', 'recipient_id', 'kind', 'created_at'])
    .execute();
}
