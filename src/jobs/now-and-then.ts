import type { Store } from '../store/db.ts';
import { readMark, writeMark } from '../store/marks.ts';

/** True the first time, and then once in each `milliseconds`, whatever happens to the process. A clock set back makes it true, too. */
export async function isTimeAgain(store: Store, job: string, milliseconds: number, now: Date): Promise<boolean> {
  const last = await readMark(store, job);
  if (last !== undefined && Math.abs(now.getTime() - Date.parse(last)) < milliseconds) return false;
  await writeMark(store, job, now.toISOString());
  return true;
}
