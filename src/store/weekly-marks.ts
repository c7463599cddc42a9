import type { PersonId } from '../behaviours/ids.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { readMark, writeMark } from './marks.ts';
import type { LocalDate } from '../time/zoned.ts';

/**
 * What a weekly job remembers of a person and a week, so that neither a second run, a change of zone nor a clock set back brings
 * a second message. `week` is the name that it has for everybody: the Monday that it holds.
 */
export async function hasRun(store: Store, job: string, personId: PersonId, week: string): Promise<boolean> {
  return (await readMark(store, markName(job, personId, week))) !== undefined;
}

/**
 * Has it run this week or, in the week beside it, today already? That is so where somebody has just changed the days on which they
 * work: one day may then lie in the week that ends and in the one that begins.
 */
export async function hasComeBy(
  store: Store,
  job: string,
  personId: PersonId,
  week: LocalDate,
  local: { readonly now: Date; readonly timeZone: string },
): Promise<boolean> {
  if (await hasRun(store, job, personId, week)) return true;
  const today = localDateOf(local.now, local.timeZone);
  for (const days of [-7, 7]) {
    const at = await readMark(store, markName(job, personId, addDays(week, days)));
    if (at !== undefined && localDateOf(new Date(at), local.timeZone) === today) return true;
  }
  return false;
}

export async function markRun(store: Store, job: string, personId: PersonId, week: string, now: Date): Promise<void> {
  await writeMark(store, markName(job, personId, week), now.toISOString());
}

function markName(job: string, personId: PersonId, week: string): string {
  return `${job}|${personId}|${week}`;
}
