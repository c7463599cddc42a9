import type { PersonId } from '../behaviours/ids.ts';
import { hasComeBy as hasComeWithin } from '../leading/due-times.ts';
import { addDays } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { readMark, readMarks, writeMark } from './marks.ts';
import type { LocalDate } from '../time/zoned.ts';

/**
 * What a weekly job remembers of a person and a week, so that neither a second run, a change of zone nor a clock set back brings
 * a second message. `week` is the name that it has for everybody: the Monday that it holds.
 */
export async function hasRun(store: Store, job: string, personId: PersonId, week: string): Promise<boolean> {
  return (await readMark(store, markName(job, personId, week))) !== undefined;
}

/** Tells of this week and the one before whether it has run for somebody. */
export async function ranLately(
  store: Store,
  job: string,
  personId: PersonId,
  week: LocalDate,
): Promise<(week: LocalDate) => boolean> {
  const marks = await marksOf(store, job, personId, [week, addDays(week, -7)]);
  return (asked) => marks.has(asked);
}

/** Those of these people for whom it has run, each in a week. */
export async function whoRan(
  store: Store,
  job: string,
  people: readonly { readonly personId: PersonId; readonly week: string }[],
): Promise<ReadonlySet<number>> {
  const nameOf = ({ personId, week }: (typeof people)[number]) => markName(job, personId, week);
  const marks = await readMarks(store, people.map(nameOf));
  return new Set(people.filter((person) => marks.has(nameOf(person))).map(({ personId }) => personId));
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
  const names = [-7, 0, 7].map((days) => addDays(week, days));
  return hasComeWithin(await marksOf(store, job, personId, names), week, local);
}

/** When it ran for this person, by week or month; only what these names say. */
async function marksOf(
  store: Store,
  job: string,
  personId: PersonId,
  names: readonly string[],
): Promise<Map<string, Date>> {
  return (await marksOfPeople(store, job, [personId], names)).get(personId) ?? new Map<string, Date>();
}

/** The same of several people, with one query. Nobody for whom it never ran is in it. */
export async function marksOfPeople(
  store: Store,
  job: string,
  personIds: readonly PersonId[],
  names: readonly string[],
): Promise<ReadonlyMap<PersonId, Map<string, Date>>> {
  const wanted = personIds.flatMap((id) => names.map((name) => markName(job, id, name)));
  const rows = await readMarks(store, wanted);
  const found = new Map<PersonId, Map<string, Date>>();
  for (const [name, value] of rows) {
    const [, personId = '', week = ''] = name.split('|');
    const own = found.get(Number(personId)) ?? new Map<string, Date>();
    found.set(Number(personId), own.set(week, new Date(value)));
  }
  return found;
}

export async function markRun(store: Store, job: string, personId: PersonId, week: string, now: Date): Promise<void> {
  await writeMark(store, markName(job, personId, week), now.toISOString());
}

function markName(job: string, personId: PersonId, week: string): string {
  return `${job}|${personId}|${week}`;
}
