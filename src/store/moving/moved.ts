/** Nobody goes on writing into a log that lives elsewhere now. */
import { UserError } from '../../errors.ts';
import type { OpenDatabase } from '../db.ts';

/** In `installation`: where everything is now. */
export const movedName = 'moved-to';

/** In the target's `installation` until all is there. */
export const recordName = 'move-under-way';

/** @throws UserError where everything was moved to another database, or not all of it has come from another one yet */
export async function refuseMoved({ database, path }: Pick<OpenDatabase, 'database' | 'path'>): Promise<void> {
  const rows = await database
    .selectFrom('installation')
    .select(['name', 'value'])
    .where('name', 'in', [movedName, recordName])
    .execute();
  if (rows.some(({ name }) => name === recordName))
    throw new UserError(
      `Not everything has been moved to ${path} yet. Run the same move again: it goes on where it was. Then start this.`,
    );
  const row = rows.find(({ name }) => name === movedName);
  if (row !== undefined)
    throw new UserError(
      `Everything in ${path} was moved to ${row.value}. Name that in FIRSTLINE_DB; or bring it back with: npm run firstline -- move --to ${path} --afresh`,
    );
}
