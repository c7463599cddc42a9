import type { Kysely } from 'kysely';

/** What is written in the fields of an ask is one sealed text: a field needs no column of its own. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('ask').addColumn('fields', 'text').execute();
}
