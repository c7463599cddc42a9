import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * A skill that a note names, and what a nudge says, are sealed from now on. What is there is marked as not sealed yet, as what was
 * written without a key is; `installation` remembers that it is to be sealed once a key is at hand.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`update skill_note set tag = 'p:' || tag`.execute(database);
  await sql`update nudge set evidence = 'p:' || evidence, words = 'p:' || words`.execute(database);
  await sql`insert into installation (name, value) values ('to-be-sealed', 'skill_note.tag nudge.evidence nudge.words')`.execute(
    database,
  );
}
