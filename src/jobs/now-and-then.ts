import type { Store } from '../store/db.ts';
import { readMark, writeMark } from '../store/marks.ts';

/** True the first time, and then once in each `milliseconds`, whatever happens to the process. A clock set back makes it true, too. */
export async function isTimeAgain(store: Store, job: string, milliseconds: number, now: Date): Promise<boolean> {
  if (!(await isTime(store, job, milliseconds, now))) return false;
  await nextTimeLater(store, job, now);
  return true;
}

/** The same, and it stays true until `nextTimeLater`: for what has to be finished. */
export async function isTime(store: Store, job: string, milliseconds: number, now: Date): Promise<boolean> {
  const last = await readMark(store, job);
  return last === undefined || Math.abs(now.getTime() - Date.parse(last)) >= milliseconds;
}

export async function nextTimeLater(store: Store, job: string, now: Date): Promise<void> {
  await writeMark(store, job, now.toISOString());
}
