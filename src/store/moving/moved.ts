/** Nobody goes on writing into a log that lives elsewhere now. */
import { UserError } from '../../errors.ts';
import type { OpenDatabase } from '../db.ts';

/** In `installation`: where everything is now. */
export const movedName = 'moved-to';

/** @throws UserError where everything was moved to another database */
export async function refuseMoved({ database, path }: Pick<OpenDatabase, 'database' | 'path'>): Promise<void> {
  const row = await database
    .selectFrom('installation')
    .select('value')
    .where('name', '=', movedName)
    .executeTakeFirst();
  if (row !== undefined)
    throw new UserError(
      `Everything in ${path} was moved to ${row.value}. Name that in FIRSTLINE_DB; or bring it back with: npm run firstline -- move --to ${path} --afresh`,
    );
}
