import { sql } from 'kysely';
import type { Kysely } from 'kysely';

interface Row {
  readonly id: number;
  readonly workspace_id: string;
  readonly written: string;
}

/**
 * Salesforce's ids of 18 characters are 15 and three that check them (developer.salesforce.com, “Id Field Type”). From now on the 15 are
 * kept: what came in as 18 is found again by either. Where both are on record the 18 stay, as two deals that were there.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  const deals =
    await sql<Row>`select id, workspace_id, external_id as written from deal where length(external_id) = 18`.execute(
      database,
    );
  for (const { id, workspace_id: workspaceId, written } of deals.rows) {
    const short = shortOf(written);
    if (short !== undefined)
      await sql`update deal set external_id = ${short} where id = ${id} and not exists
        (select 1 from deal as other where other.workspace_id = ${workspaceId} and other.external_id = ${short})`.execute(
        database,
      );
  }
  const known = await sql<Row>`select id, workspace_id, folded as written from known_as
    where kind = 'own-id' and length(folded) = 18`.execute(database);
  for (const { id, written } of known.rows) {
    const short = shortOf(written);
    if (short !== undefined)
      await sql`update known_as set folded = ${short} where id = ${id} and not exists
        (select 1 from known_as as other where other.workspace_id = known_as.workspace_id and other.person_id = known_as.person_id
          and other.kind = known_as.kind and other.source = known_as.source and other.folded = ${short})`.execute(
        database,
      );
  }
}

const checkLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

function shortOf(id: string): string | undefined {
  if (!/^[0-9A-Za-z]{18}$/.test(id)) return undefined;
  const checks = [0, 5, 10].map((start) => {
    const letters = id.slice(start, start + 5).split('');
    return checkLetters.charAt(
      letters.reduce((sum, letter, index) => sum + (/[A-Z]/.test(letter) ? 2 ** index : 0), 0),
    );
  });
  return checks.join('') === id.slice(15).toUpperCase() ? id.slice(0, 15) : undefined;
}
