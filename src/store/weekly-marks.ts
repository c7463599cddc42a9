import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { readMark, writeMark } from './marks.ts';

/**
 * What a weekly job remembers of a person and a week, so that neither a second run, a change of zone nor a clock set back brings
 * a second message. `week` is its Monday.
 */
export async function hasRun(store: Store, job: string, personId: number, week: LocalDate): Promise<boolean> {
  return (await readMark(store, markName(job, personId, week))) !== undefined;
}

export async function markRun(store: Store, job: string, personId: number, week: LocalDate, now: Date): Promise<void> {
  await writeMark(store, markName(job, personId, week), now.toISOString());
}

function markName(job: string, personId: number, week: LocalDate): string {
  return `${job}|${personId}|${week}`;
}
