import type { Context } from '../context.ts';
import { forgetAll, keepsWhatWas } from '../store/db.ts';
import { isTimeAgain } from './now-and-then.ts';

const dayMilliseconds = 24 * 3_600_000;
/** By database: one is enough for all workspaces in it. */
const lastTimes = new WeakMap<object, number>();
const told = new WeakSet<object>();

/**
 * On a server, once a day: what was erased and what a stop came before, or somebody who read for long, is forgotten for good. Where that
 * can't be, the log says so once, with what helps.
 */
export async function forgetDaily({ store, log }: Pick<Context, 'store' | 'log'>, now: Date): Promise<void> {
  if (!keepsWhatWas(store) || !(await isTimeAgain(store, 'forgetting', dayMilliseconds, now))) return;
  const last = lastTimes.get(store.database);
  if (last !== undefined && Math.abs(now.getTime() - last) < dayMilliseconds) return;
  lastTimes.set(store.database, now.getTime());
  const unforgotten = await forgetAll(store);
  if (unforgotten.length === 0 || told.has(store.database)) return;
  told.add(store.database);
  const tablesWhere = (isSo: (why: (typeof unforgotten)[number]['why']) => boolean) =>
    unforgotten.filter(({ why }) => isSo(why)).map(({ table }) => table);
  log.warn(
    {
      noRight: tablesWhere((why) => why === 'no-right'),
      tooLarge: tablesWhere((why) => why === 'too-large'),
      refused: tablesWhere((why) => why instanceof Error),
      err: unforgotten.find(({ why }) => why instanceof Error)?.why,
    },
    'Sealed words that were erased may lie on in the files of the server. Make this user the owner of its tables, or run VACUUM FULL on them in a quiet hour',
  );
}
