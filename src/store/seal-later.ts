/** Words that a migration found unsealed are sealed once a key is at hand: migrations have none. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { isSqlite } from './schema-helpers.ts';
import { plainMark, sealFor } from './secrets.ts';
import type { Sealed } from './secrets.ts';
import type { Tables } from './tables.ts';

/** In `installation`, with the columns as `table.column`, parted by spaces. */
const recordName = 'to-be-sealed';

interface Unsealed {
  readonly id: number;
  readonly workspaceId: string;
  readonly text: Sealed;
}

/** Seals what is left to be sealed, in one transaction, and leaves nothing of it in the file. Without a key it stays to be done. */
export async function sealWhatWaits(database: Kysely<Tables>, key: Buffer | undefined): Promise<void> {
  if (key === undefined) return;
  const waiting = await database
    .selectFrom('installation')
    .select('value')
    .where('name', '=', recordName)
    .executeTakeFirst();
  if (waiting === undefined) return;
  await database.transaction().execute(async (transaction) => {
    for (const named of waiting.value.split(' ')) await sealColumn(transaction, named, key);
    await transaction.deleteFrom('installation').where('name', '=', recordName).execute();
  });
  if (isSqlite(database)) await sql`pragma wal_checkpoint(truncate)`.execute(database);
}

async function sealColumn(database: Kysely<Tables>, named: string, key: Buffer): Promise<void> {
  const [table = '', column = ''] = named.split('.');
  const { rows } = await sql<Unsealed>`select id, workspace_id, ${sql.ref(column)} as text from ${sql.table(table)}
    where substr(${sql.ref(column)}, 1, ${sql.lit(plainMark.length)}) = ${plainMark}`.execute(database);
  for (const { id, workspaceId, text } of rows) {
    const seal = sealFor(workspaceId, key);
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${seal.seal(seal.open(text))} where id = ${id}`.execute(
      database,
    );
  }
}
