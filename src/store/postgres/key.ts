/** Which key a database on a server is sealed with. */
import type { Kysely } from 'kysely';
import { refuseUnlike, fingerprintName, fingerprintOf } from '../key-on-record.ts';
import type { Tables } from '../tables.ts';

/**
 * Refuses a key that this database isn't sealed with, and none where there is one; the first that is used is written down.
 * @param place for the sentence
 * @throws UserError that says what to do
 */
export async function settleKey(database: Kysely<Tables>, key: Buffer | undefined, place: string): Promise<void> {
  if (key !== undefined)
    await database
      .insertInto('installation')
      .values({ name: fingerprintName, value: fingerprintOf(key) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  const known = await database
    .selectFrom('installation')
    .select('value')
    .where('name', '=', fingerprintName)
    .executeTakeFirst();
  if (known !== undefined) refuseUnlike(key, (given) => fingerprintOf(given) === known.value, place);
}
