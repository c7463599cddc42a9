import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** Facts about this file as a whole, of no workspace: by which key its words are sealed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'installation')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
