/** Whether the database still has the schema that this program was made for. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { knownMigrations, recordTable } from './migration-record.ts';
import type { Tables } from './tables.ts';

/**
 * Made once, asked often: one small query. False while another version of the program has brought the database further, as happens on a
 * server that several share.
 * @returns whether it is so now; it rejects where the database doesn't answer
 */
export function expectSchema(database: Kysely<Tables>): () => Promise<boolean> {
  const expected = knownMigrations().join('\n');
  return async () => {
    const { rows } = await sql<{ name: string }>`select name from ${sql.table(recordTable)} order by name`.execute(
      database,
    );
    return rows.map(({ name }) => name).join('\n') === expected;
  };
}
