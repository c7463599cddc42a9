import type { Kysely } from 'kysely';

/** The region of somebody's country whose holidays they have, too: ISO 3166-2, the country included. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('person').addColumn('region', 'text').execute();
}
